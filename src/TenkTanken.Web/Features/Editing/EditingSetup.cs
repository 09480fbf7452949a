using TenkTanken.Web.Hosting.Headers;
using TenkTanken.Web.Hosting.Logging;
using TenkTanken.Web.Hosting.Requests;
using TenkTanken.Web.Hosting.Starting;
using TenkTanken.Web.Layout;

namespace TenkTanken.Web.Features.Editing;

/// <summary>
/// What editors see before readers do. Where it is not switched on, none of it is there; and whoever is not let in gets what an
/// address gets that nobody knows. No route leads here, so that the list of them tells of nothing.
/// </summary>
public static class EditingSetup
{
    public static void AddEditing(this WebApplicationBuilder builder, Settings settings)
    {
        if (settings.Editing)
        {
            builder.Services.AddSingleton<Drafts>();
            builder.Services.AddSingleton<FolderCheck>();
            builder.Services.AddSingleton<ContentChanges>();
            builder.Services.AddPageMark<DraftMark>();
        }
    }

    /// <summary>Knows who asks. To stand first: the headers by which a proxy is known are taken away later.</summary>
    public static void UseEditors(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Settings>().Editing)
        {
            app.Use((context, next) =>
            {
                if (context.Request.Path.StartsWithSegments(EditingAddresses.Start) && EditorRequest.Is(context))
                {
                    context.Mark<EditorRequest>();
                    context.Mark<NotLogged>();
                    context.Mark<NotForReaders>();
                }

                return next(context);
            });
        }
    }

    /// <summary>Answers them.</summary>
    public static void UseEditing(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Settings>().Editing)
        {
            app.Use((context, next) =>
            {
                if (!context.Request.Path.StartsWithSegments(EditingAddresses.Start, out var below))
                {
                    return next(context);
                }

                return !context.Has<EditorRequest>() ? NotFoundAsync(context) : EditingPages.AnswerAsync(context, below, next);
            });
        }
    }

    /// <summary>The page for it is made where every error's is (<c>UseErrorPages</c>).</summary>
    internal static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;

        return Task.CompletedTask;
    }
}
