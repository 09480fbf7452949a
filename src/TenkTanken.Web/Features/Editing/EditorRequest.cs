using System.Net;

namespace TenkTanken.Web.Features.Editing;

/// <summary>
/// Set on a request that comes from this machine, from somebody who sits at it or has come by a way of her own (SSH). Drafts are
/// for nobody else, and there is nothing to log in with. So a request that anything may have passed on is not hers: a proxy on
/// the same machine makes everybody's requests come from here.
/// </summary>
internal sealed record EditorRequest
{
    private static readonly string[] PassedOn = ["Forwarded", "Via", "X-Real-IP"];
    private static readonly string[] PassedOnBeginnings = ["X-Forwarded-", "X-Original-"];

    /// <summary>To be asked before anything has changed what the request says.</summary>
    public static bool Is(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && IsOwnName(context.Request.Host)
        && !context.Request.Headers.Keys.Any(IsOfProxy)
        // What nginx speaks with the server behind it unless it is told otherwise, and then it adds no header. No browser does.
        && !HttpProtocol.IsHttp10(context.Request.Protocol);

    /// <summary>A name that somebody else has given this machine's address would let her pages read ours.</summary>
    private static bool IsOwnName(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsOfProxy(string header) =>
        PassedOn.Contains(header, StringComparer.OrdinalIgnoreCase)
        || PassedOnBeginnings.Any(beginning => header.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
