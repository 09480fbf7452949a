using TenkTanken.Content;

namespace TenkTanken.Web.Hosting.Requests;

/// <summary>A page has one address. Somebody who has typed capitals or a slash too many is led there, at once and for good.</summary>
public static class TidyAddresses
{
    /// <summary>
    /// Only to pages that there are: another address may have capitals that mean something, and stays what it is. The answer
    /// names the page's own address and nothing of what was asked for but the query, so that it cannot lead to another host.
    /// </summary>
    public static void UseTidyAddresses(this WebApplication app) => app.Use((context, next) =>
    {
        var path = context.Request.Path.Value ?? "";
        var tidy = Tidy(path);
        if (!HttpMethods.IsGet(context.Request.Method) || path == tidy || (tidy != "/" && path == tidy + "/"))
        {
            return next(context);
        }

        if (tidy == "/")
        {
            // Which start page that is, the reader's language says, and so it is not for good.
            context.Request.Path = tidy;
            return next(context);
        }

        var library = context.RequestServices.GetRequiredService<ContentLibrary>();
        if (library.Site.Language(tidy.Split('/')[1]) is not { } language)
        {
            return next(context);
        }

        // The long address of a page of today leads to its short one for as long as it is today's.
        var found = RequestedPage.Find(library, language, tidy);
        var page = found?.Page;
        if (found?.HasToken == true || (page ?? RequestedPage.OfToday(library, language, tidy))?.Address is not { } address)
        {
            return next(context);
        }

        var query = context.Request.QueryString.ToUriComponent();
        context.Response.Redirect(new PathString(address).ToUriComponent() + query, permanent: page is not null);

        return Task.CompletedTask;
    });

    internal static string Tidy(string path) => "/" + string.Join('/', path.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries));
}
