using Microsoft.AspNetCore.Antiforgery;

namespace TenkTanken.Web.Hosting.Requests;

/// <summary>
/// Forms are protected by where a post comes from, not by a token in a cookie: the framework's own way sets a cookie
/// on every page, also for those who only read. A post that does not say where it comes from is refused.
/// The next version of the framework does the same by default; this class goes away then.
/// </summary>
internal sealed class SameOriginPosts : IAntiforgery
{
    private static readonly AntiforgeryTokenSet NoTokens = new(null, null, "unused", null);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => NoTokens;

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => NoTokens;

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        // No cookie, no header.
    }

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Task.FromResult(ComesFromHere(httpContext.Request));

    public Task ValidateRequestAsync(HttpContext httpContext)
    {
        if (ComesFromHere(httpContext.Request))
        {
            return Task.CompletedTask;
        }

        httpContext.Mark<RefusedPost>();
        throw new AntiforgeryValidationException("The post does not come from this site.");
    }

    private static bool ComesFromHere(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return HttpMethods.IsGet(request.Method);
        }

        return SameOrigin.Says(request) ?? false;
    }
}

/// <summary>Lets the error page say why a post was refused.</summary>
internal sealed record RefusedPost;
