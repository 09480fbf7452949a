using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Hosting.Headers;

/// <summary>The same headers on every answer, whatever made it.</summary>
public static class SecurityHeaders
{
    /// <summary>No nonce and no <c>unsafe-</c>: nothing inline is ever written. <c>data:</c> is the design system's icons.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>A page with an island connects to its server, and names it as its base.</summary>
    private static readonly string LivePolicy =
        ContentSecurityPolicy.Replace("base-uri 'none'", "base-uri 'self'; connect-src 'self'", StringComparison.Ordinal);

    /// <summary>A page that follows asks its server, and has no base.</summary>
    private const string FollowingPolicy = $"{ContentSecurityPolicy}; connect-src 'self'";

    /// <summary>Seconds.</summary>
    private const string AfterAMinute = "60";

    private static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        // Not no-referrer: browsers then send "Origin: null" with our own forms, and we could not tell them from others'.
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)"),
    ];

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // When the answer starts, not now: an error page clears what was set before it. Callbacks run last in,
        // first out, so this one has the last word.
        context.Response.OnStarting(() =>
        {
            foreach (var (name, value) in Always)
            {
                context.Response.Headers[name] = value;
            }

            context.Response.Headers.ContentSecurityPolicy = PolicyOf(context);

            if (context.Request.IsHttps)
            {
                context.Response.Headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";

                // On plain http browsers ignore it, and say so as an error on every page.
                context.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
            }

            // Whoever asks by a program is to wait as well: people are told so in words.
            if (context.Response.StatusCode is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            {
                context.Response.Headers.RetryAfter = AfterAMinute;
            }

            // A page may be kept but is asked for anew, so that words once corrected are not read again; what
            // holds answers or a code says no-store itself.
            if (context.Has<NotForReaders>())
            {
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Headers["X-Robots-Tag"] = "noindex";
            }
            else if (context.Has<KeptForBack>())
            {
                context.Response.Headers.CacheControl = "no-cache";
            }
            else if (context.Response.Headers.CacheControl.Count == 0)
            {
                var keep = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
                context.Response.Headers.CacheControl = keep && context.Response.StatusCode == StatusCodes.Status200OK ? "no-cache" : "no-store";
            }

            return Task.CompletedTask;
        });

        return next(context);
    });

    private static string PolicyOf(HttpContext context) =>
        context.Has<WithCircuit>() ? LivePolicy
        : context.Has<FollowingPage>() ? FollowingPolicy
        : ContentSecurityPolicy;
}

/// <summary>
/// Set on the request for a page one ticks on. The browser may keep it, so that Back shows it as it was left: of a posted
/// page that may not be kept, it shows a question about sending again, and the ticks are gone. Seen in Chromium 156; its
/// cache of whole pages takes none that were posted. (Of a page with an island the framework itself says no-store.)
/// </summary>
internal sealed record KeptForBack;

/// <summary>Set on the request for a page with an island.</summary>
internal sealed record WithCircuit;

/// <summary>Set on the request for a page that follows something (<c>Features/Following</c>): it asks its server while it is open.</summary>
internal sealed record FollowingPage;

/// <summary>Set on a request for what only those see who write: no browser keeps it, and no search engine finds it.</summary>
internal sealed record NotForReaders;
