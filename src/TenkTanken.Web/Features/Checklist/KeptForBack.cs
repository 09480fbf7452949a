namespace TenkTanken.Web.Features.Checklist;

/// <summary>Which pages the browser may keep, so that Back shows them as they were left.</summary>
public static class KeptForBack
{
    /// <summary>
    /// A page one ticks on is kept: of a posted page that is not, Back shows a question about sending again, and the
    /// ticks are gone. Seen in Chromium 156; no cache of whole pages helps, since that takes none that were posted.
    /// A page that shows a code, or what was saved with one, is never kept.
    /// </summary>
    public static void KeepForBack(this HttpResponse response, bool isTickedOn) =>
        response.Headers.CacheControl = isTickedOn ? "private, no-cache" : "no-store";
}
