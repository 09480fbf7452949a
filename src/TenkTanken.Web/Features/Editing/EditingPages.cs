using Microsoft.AspNetCore.Http.HttpResults;
using TenkTanken.Content;
using TenkTanken.Web.Hosting.ContentFolder;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Editing;

/// <summary>Which page of an editor's an address names.</summary>
internal static class EditingPages
{
    private static readonly PathString Stream = EditingAddresses.Stream[EditingAddresses.Start.Length..];

    /// <param name="below">The address, from <see cref="EditingAddresses.Start"/> down.</param>
    public static Task AnswerAsync(HttpContext context, PathString below, RequestDelegate next)
    {
        if (below.Value is not ({ Length: > 1 } and var path))
        {
            return AnswerGetAsync(context, () => new RazorComponentResult<EditingDocument>().ExecuteAsync(context));
        }

        if (below == Stream)
        {
            return AnswerGetAsync(context, () => context.RequestServices.GetRequiredService<ContentChanges>().Followed.AnswerAsync(context));
        }

        var draft = path.Split('/')[1];

        return AnswerDraftAsync(context, draft, path[(draft.Length + 1)..], next);
    }

    private static async Task AnswerDraftAsync(HttpContext context, string draft, string path, RequestDelegate next)
    {
        var content = context.RequestServices.GetRequiredService<LiveContent>().State;
        if (context.RequestServices.GetRequiredService<Drafts>().Find(content, draft) is not { } library || !HasPage(library, path))
        {
            await EditingSetup.NotFoundAsync(context);
            return;
        }

        await using var scope = context.RequestServices.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContent>().Library = library;
        context.Features.Set(new DraftRequest(draft, content));
        var (services, wholePath, pathBase) = (context.RequestServices, context.Request.Path, context.Request.PathBase);
        try
        {
            (context.RequestServices, context.Request.Path, context.Request.PathBase) = (scope.ServiceProvider, path, library.Root);
            RequestLanguage.Apply(context);
            await AnswerGetAsync(context, () => next(context), () => new RazorComponentResult<FormRefused>().ExecuteAsync(context));
        }
        finally
        {
            // An error is told as it is everywhere.
            (context.RequestServices, context.Request.Path, context.Request.PathBase) = (services, wholePath, pathBase);
        }
    }

    /// <summary>A page of the draft, or its bare address. Nothing else is below it: no file, no circuit, no way out.</summary>
    private static bool HasPage(ContentLibrary library, string path)
    {
        var tidy = TidyAddresses.Tidy(path);

        return tidy == "/"
            || (library.Site.Language(tidy.Split('/')[1]) is { } language
                && (RequestedPage.Find(library, language, tidy)?.Page ?? RequestedPage.OfToday(library, language, tidy)) is not null);
    }

    private static Task AnswerGetAsync(HttpContext context, Func<Task> answer, Func<Task>? refuse = null)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            return answer();
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";

        return refuse?.Invoke() ?? Task.CompletedTask;
    }
}
