using Microsoft.Extensions.Primitives;
using TenkTanken.Web.Hosting.Starting;

namespace TenkTanken.Web.Hosting.Requests;

/// <summary>
/// Refuses a request of whose scheme and host no address can be made: every page is drawn at one, that of an error too. And one for a host
/// that is not among those the site answers for, where that is set.
/// </summary>
public static class WholeAddresses
{
    /// <summary>After what draws the page of an error.</summary>
    public static void UseWholeAddresses(this WebApplication app) => app.Use((context, next) =>
    {
        var hosts = app.Services.GetRequiredService<Settings>().Hosts;
        if (context.Request.IsWhole(hosts))
        {
            return next(context);
        }

        (context.Request.Scheme, context.Request.Host) = (Uri.UriSchemeHttp, new HostString("localhost"));
        context.Response.StatusCode = StatusCodes.Status400BadRequest;

        return Task.CompletedTask;
    });

    /// <param name="hosts">Those the site answers for; empty: all.</param>
    internal static bool IsWhole(this HttpRequest request, IList<StringSegment> hosts) =>
        IsWhole(request) && (hosts.Count == 0 || HostString.MatchesAny(request.Host.Host, hosts));

    /// <summary>Kestrel lets pass whatever is no host by its letters alone, and a proxy may say any scheme.</summary>
    private static bool IsWhole(HttpRequest request) =>
        (request.Scheme == Uri.UriSchemeHttp || request.Scheme == Uri.UriSchemeHttps)
        && request.Host.HasValue
        && Uri.TryCreate($"{request.Scheme}://{request.Host.Value}/", UriKind.Absolute, out _);
}
