using TenkTanken.Content;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Reading;

public static class ReadingSetup
{
    public static void AddReading(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PageViews>();
        builder.Services.AddPageView<HomeView>(PageKind.Home);
        builder.Services.AddPageView<ArticleView>(PageKind.Article);
        builder.Services.AddPageView<ContactsView>(PageKind.Contacts);
        builder.Services.AddPageView<ArticleView>(PageKind.Notes);
        builder.Services.AddPageView<SignsView>(PageKind.Signs);
        builder.Services.AddPageView<ConversationView>(PageKind.Conversation);
        builder.Services.AddPageView<DialogueView>(PageKind.Dialogue);
        builder.Services.AddPageView<CasesView>(PageKind.Cases);
    }

    /// <summary>The bare address leads to the start page in the reader's language. Never kept: the next one on this PC may read another.</summary>
    public static void MapStart(this WebApplication app) => app.MapGet("/", (HttpContext context, PageContext reader) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept-Language";
        context.Response.Redirect(reader.StartAddress);
    });
}
