using System.Text;
using TenkTanken.Content;
using TenkTanken.Data.Rooms;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>
/// What a trainer takes along before all of it is gone: the totals that were shown, and no others. Comma-separated values as spreadsheets read
/// them here: a semicolon between, and a byte-order mark before.
/// </summary>
internal static class TotalsFile
{
    // What a spreadsheet would take for the beginning of a formula: https://owasp.org/www-community/attacks/CSV_Injection
    private const string Formula = "=+-@\t\r";

    public static byte[] Of(Room room, EditionWords words, UiTexts texts)
    {
        var lines = new StringBuilder();
        Add(lines, texts.Workshop.FileCase, texts.Workshop.FileTime, texts.Workshop.FileAnswers, texts.Workshop.FileChoice, texts.Workshop.FileCount);
        foreach (var vote in room.Votes.Where(vote => vote.Shown is not null))
        {
            if (AskedCase.Of(vote.Question, words) is { } asked)
            {
                var time = room.Votes.Where(other => other.Number == vote.Number).TakeWhile(other => other != vote).Count() + 1;
                foreach (var (place, option) in asked.Options.Index())
                {
                    Add(lines, asked.Case.Title, $"{time}", $"{vote.Shown!.Answers}", AskedCase.Text(option.Words), $"{vote.Shown.Counts[place]}");
                }
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(lines.ToString())];
    }

    /// <summary>Never a formula, and one cell whatever is in it.</summary>
    internal static string Cell(string text)
    {
        var harmless = text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;

        return harmless.IndexOfAny([';', '"', '\n', '\r']) < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void Add(StringBuilder lines, params string[] cells) => lines.AppendJoin(';', cells.Select(Cell)).Append("\r\n");
}
