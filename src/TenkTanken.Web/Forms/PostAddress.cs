namespace TenkTanken.Web.Forms;

/// <summary>Where a form posts to: its own page, under an address that differs from the one it stands at.</summary>
/// <remarks>
/// When a post to the very same address fails (no network, the server away), Chromium puts its error page in the place of
/// the form in the history: Back then leads past the form, and the answers are lost. Seen in Chromium 156.
/// </remarks>
internal static class PostAddress
{
    public static string From(HttpRequest request) => request.QueryString.Value == "?1" ? $"{Page(request)}?2" : Of(Page(request));

    /// <summary>Where a form that stands at another page posts to it.</summary>
    public static string Of(string page) => $"{page}?1";

    private static string Page(HttpRequest request) => request.PathBase.Add(request.Path).ToUriComponent();
}
