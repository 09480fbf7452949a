namespace TenkTanken.Web.Hosting.Requests;

public static class HeadRequests
{
    /// <summary>Answers HEAD as GET without the body; Blazor's pages know GET and POST only, and would say 404.</summary>
    public static void UseHead(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        // The server itself remembers that it was asked for HEAD and leaves the body out.
        context.Mark<AskedForHead>();
        context.Request.Method = HttpMethods.Get;
        await next(context);
        context.Request.Method = HttpMethods.Head;
    });
}

/// <summary>Set on a request that asked for the headers only. What would never end by itself ends at once for it.</summary>
internal sealed record AskedForHead;
