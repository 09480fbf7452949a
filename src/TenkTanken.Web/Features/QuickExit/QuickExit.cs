using TenkTanken.Content;

namespace TenkTanken.Web.Features.QuickExit;

/// <summary>Leaving in a hurry.</summary>
public static class QuickExit
{
    public const string Address = "/ut";

    public static void MapQuickExit(this WebApplication app) => app.MapGet(Address, (HttpContext context, ContentLibrary library) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        context.Response.Headers.Location = library.Site.Leave.AbsoluteUri;
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
    });
}
