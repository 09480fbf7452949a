namespace TenkTanken.Web.Hosting.Requests;

/// <summary>What a browser says of where a request comes from.</summary>
internal static class SameOrigin
{
    /// <summary>
    /// Whether it comes from a page of ours: <c>Sec-Fetch-Site</c> says so, or on plain http, where browsers leave that
    /// out, <c>Origin</c>. Null when neither is there.
    /// </summary>
    public static bool? Says(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
        {
            return site is ["same-origin"];
        }

        return request.Headers.Origin.Count == 0
            ? null
            : request.Headers.Origin is [{ } origin] && origin == $"{request.Scheme}://{request.Host}";
    }
}
