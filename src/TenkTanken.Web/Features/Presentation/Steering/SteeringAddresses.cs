using TenkTanken.Content;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>Where the screens of a lesson are that is steered. A token stands in each.</summary>
internal static class SteeringAddresses
{
    /// <summary>What screens follow: no page, and in no language.</summary>
    public const string Streams = "/lysbilder";

    /// <summary>What a presenter has chosen of the notes: how large they are.</summary>
    public const string SizeField = "notater";

    /// <summary>The words for another presenter are shown.</summary>
    public const string LetInField = "ord";

    /// <summary>In the address a press is posted to: a form never posts to the address it stands at (<c>PostAddress</c>).</summary>
    public const string PostedField = "trykk";

    public static string Wall(Lesson lesson, string token, string query) => $"{lesson.Address}/{Addresses.Wall}/{token}{query}";

    public static string Presenter(Lesson lesson, string token, string query) => $"{lesson.Address}/{Addresses.Steering}/{token}{query}";

    public static string Stream(string token, string position) => $"{Streams}/{token}?{PositionField}={position}";

    /// <summary>Where the slides are, as a screen tells it.</summary>
    public const string PositionField = "p";
}
