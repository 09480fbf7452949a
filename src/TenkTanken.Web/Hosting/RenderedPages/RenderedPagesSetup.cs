using TenkTanken.Web.Hosting.ContentFolder;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Hosting.RenderedPages;

public static class RenderedPagesSetup
{
    public static void AddRenderedPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RenderedPages>();
        builder.Services.AddSingleton<PagesRead>();
        builder.Services.AddHostedService<BestCompression>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PagesRead>());
    }

    /// <summary>Before all that looks at a request more closely. What is not among them goes on as ever.</summary>
    public static void UseRenderedPages(this WebApplication app)
    {
        var pages = app.Services.GetRequiredService<RenderedPages>();
        var read = app.Services.GetRequiredService<PagesRead>();
        var live = app.Services.GetRequiredService<LiveContent>();
        var hosts = app.Services.GetRequiredService<Starting.Settings>().Hosts;
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.QueryString.HasValue || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || !request.IsWhole(hosts))
            {
                return next(context);
            }

            var shelf = pages.Now();
            if (RenderedPages.Find(shelf, request) is { } page)
            {
                if (page.IsLogged)
                {
                    read.Count();
                }

                return page.AnswerAsync(context);
            }

            return HttpMethods.IsGet(request.Method) && IsPage(live, request) ? pages.RenderAsync(context, shelf, next) : next(context);
        });
    }

    /// <summary>Of a page of the content. Whatever may be a stream, or a token, is no concern of ours.</summary>
    private static bool IsPage(LiveContent live, HttpRequest request)
    {
        var path = request.Path.Value ?? "";

        return path.Split('/', 3) is [_, var code, ..]
            && live.Current.Site.Language(code) is { } language
            && RequestedPage.Find(live.Current, language, path) is { Lesson: null, HasToken: false };
    }

    /// <summary>Goes over what was rendered once more, when whoever asked has their page: the best compression takes a hundred times as long.</summary>
    private sealed class BestCompression(RenderedPages pages) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var page in pages.ToCompress(stoppingToken))
            {
                await Task.Run(page.CompressBest, stoppingToken);
            }
        }
    }
}
