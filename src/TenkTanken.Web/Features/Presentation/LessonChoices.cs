using System.Globalization;
using Microsoft.Extensions.Primitives;
using TenkTanken.Content;

namespace TenkTanken.Web.Features.Presentation;

/// <summary>
/// What a trainer has chosen of a lesson, as it stands in the address: so a link brings all of it along. What cannot be read is as if
/// it were not there.
/// </summary>
/// <param name="Parts">Those that are shown, in their order.</param>
/// <param name="Room">What the slides' colours are made for: <c>light</c>, <c>dark</c>, or as the machine is set.</param>
/// <param name="Letters">Whether single letters do something; they are in the way of whoever speaks to the machine (WCAG 2.1.4).</param>
/// <param name="OnSheet">How many slides on a sheet of paper.</param>
public sealed record LessonChoices(IReadOnlyList<LessonPart> Parts, string Room, bool Letters, int OnSheet)
{
    public const string PartField = "del";
    public const string ChosenField = "valgt";
    public const string RoomField = "rom";
    public const string LettersField = "bokstaver";
    public const string SheetField = "ark";

    public const string Light = "light";
    public const string Dark = "dark";
    public const string Auto = "auto";

    /// <summary>In the address: whatever parts it names were chosen.</summary>
    public const string Yes = "ja";

    /// <summary>In the address for <see cref="Letters"/>.</summary>
    public const string No = "nei";

    private static readonly Dictionary<string, string> Rooms = new() { ["lyst"] = Light, ["morkt"] = Dark };

    public static IReadOnlyList<int> Sheets { get; } = [1, 2, 4];

    public IReadOnlyList<Slide> Slides => [.. Parts.SelectMany(part => part.Slides)];

    /// <summary>What the address says of the room.</summary>
    public static string InAddress(string room) => Rooms.FirstOrDefault(known => known.Value == room).Key ?? "";

    public static LessonChoices Of(Lesson lesson, IQueryCollection query) => Of(lesson, field => query[field]);

    public static LessonChoices Of(Lesson lesson, Func<string, StringValues> query)
    {
        var chosen = query(PartField).OfType<string>().ToHashSet();

        return new(
            chosen.Count == 0 && query(ChosenField).Count == 0
                ? lesson.Parts
                : [.. lesson.Parts.Where(part => IsAlways(lesson, part) || chosen.Contains(part.Id))],
            Rooms.GetValueOrDefault(query(RoomField).ToString(), Auto),
            query(LettersField) != No,
            int.TryParse(query(SheetField), out var sheet) && Sheets.Contains(sheet) ? sheet : 1);
    }

    /// <summary>All of it as it stands in the address; nothing where nothing was chosen.</summary>
    public IEnumerable<KeyValuePair<string, string?>> AsFields(Lesson lesson) =>
    [
        .. PartsAsFields(lesson),
        .. Room == Auto ? [] : new[] { KeyValuePair.Create(RoomField, (string?)InAddress(Room)) },
        .. Letters ? [] : new[] { KeyValuePair.Create(LettersField, (string?)No) },
        .. OnSheet == 1 ? [] : new[] { KeyValuePair.Create(SheetField, (string?)OnSheet.ToString(CultureInfo.InvariantCulture)) },
    ];

    /// <summary>The same of the parts alone.</summary>
    public IEnumerable<KeyValuePair<string, string?>> PartsAsFields(Lesson lesson) =>
        Parts.Count == lesson.Parts.Count ? [] : Parts.Select(part => KeyValuePair.Create(PartField, (string?)part.Id));

    /// <summary>What is said first, and whom to call, no room goes without.</summary>
    public static bool IsAlways(Lesson lesson, LessonPart part) => part == lesson.Parts[0] || part == lesson.Parts[^1];
}
