using TenkTanken.Web.Hosting.Logging;

namespace TenkTanken.Web.Hosting.Requests;

/// <summary>The requests by which pages with an island keep their circuit.</summary>
public static class CircuitRequests
{
    private const string Hub = "/_blazor";

    internal static bool IsOfCircuit(this HttpRequest request) => request.Path.StartsWithSegments(Hub);

    /// <summary>
    /// Refuses those of other sites, which the framework would answer: browsers let any site open a WebSocket to any other.
    /// None of them leaves a line in the log.
    /// </summary>
    public static void UseOwnCircuitsOnly(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.Request.IsOfCircuit())
        {
            return next(context);
        }

        context.Mark<NotLogged>();
        if (SameOrigin.Says(context.Request) ?? IsPlainGet(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;

        return Task.CompletedTask;
    });

    /// <summary>On plain http browsers say nothing of where a page's own GET comes from. Of a WebSocket and a post they do.</summary>
    private static bool IsPlainGet(HttpContext context) => HttpMethods.IsGet(context.Request.Method) && !context.Request.Headers.ContainsKey("Upgrade");
}
