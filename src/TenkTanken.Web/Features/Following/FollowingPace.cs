namespace TenkTanken.Web.Features.Following;

/// <summary>How often a stream says that it is there, and how soon a page that hears nothing finds its way back.</summary>
/// <param name="Heartbeat">Scripts hear nothing of a comment, so it has a name. Proxies cut what is silent for a minute.</param>
/// <param name="HeardWithin">A page that hears nothing for so long opens another stream. Several heartbeats, so that one may be late.</param>
/// <param name="OpenedWithin">The same of a stream that has said nothing yet. The site answers at once, so that waiting longer helps nobody.</param>
/// <param name="AnsweredWithin">For so long a page waits for itself, anew.</param>
/// <param name="LongestPause">Between two tries.</param>
public sealed record FollowingPace(TimeSpan Heartbeat, TimeSpan HeardWithin, TimeSpan OpenedWithin, TimeSpan AnsweredWithin, TimeSpan LongestPause)
{
    /// <summary>Nobody waits for what is new.</summary>
    public static readonly FollowingPace Ordinary = Seconds(15, 40, 40, 20, 20);

    /// <summary>A room waits. Whatever has happened to the line, the page is right again within five seconds of its working.</summary>
    public static readonly FollowingPace Close = Seconds(4, 12, 3, 3, 1.5);

    /// <summary>
    /// A hall waits as well, on its phones, and it has many: after a restart all of them are right again within some seconds, and when more follow
    /// than there can be, those who are refused do not keep the site busy.
    /// </summary>
    public static readonly FollowingPace Hall = Seconds(10, 25, 10, 10, 5);

    private static FollowingPace Seconds(double heartbeat, double heard, double opened, double answered, double pause) =>
        new(
            TimeSpan.FromSeconds(heartbeat),
            TimeSpan.FromSeconds(heard),
            TimeSpan.FromSeconds(opened),
            TimeSpan.FromSeconds(answered),
            TimeSpan.FromSeconds(pause));
}
