using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Files;

/// <summary>
/// The marks that version control leaves where two have changed the same lines. Whatever a file is made of, it is two files
/// then, and nothing else that is told of it can be trusted.
/// </summary>
internal static class Conflict
{
    private const int Length = 7;
    private const string Middle = "=======";

    /// <summary>The first line with such a mark, from 1; 0 where there is none.</summary>
    public static int LineIn(string text)
    {
        if (!text.Contains("<<<<<<<") && !text.Contains(">>>>>>>") && !text.Contains("|||||||") && !text.Contains(Middle))
        {
            return 0;
        }

        var lines = text.Split('\n');
        var mark = Array.FindIndex(lines, IsMark);
        var middle = Array.IndexOf(lines, Middle);

        return mark >= 0 ? mark + 1 : StandsAlone(lines, middle) ? middle + 1 : 0;
    }

    /// <summary>Reads what has such marks in it. That it cannot be read comes of them, and so does what else is told of it.</summary>
    public static T? Read<T>(string file, int line, ProblemList problems, Func<ProblemList, T?> read)
        where T : class
    {
        if (read(new ProblemList()) is null)
        {
            problems.Stop(ProblemKind.MergeMarker, file, line);
            return null;
        }

        return problems.Add(ProblemKind.MergeMarker, file, line).Blocks ? null : read(problems);
    }

    /// <summary>Pages with marks of a conflict are told of, and looked at no further, unless their words were good before.</summary>
    public static ContentSource TakenOut(ContentSource content, ProblemList problems)
    {
        var taken = content.WrittenPages
            .Select(at => (at.Page, Line: LineIn(at.Page.Text)))
            .Where(found => found.Line > 0 && problems.Add(ProblemKind.MergeMarker, found.Page.File, found.Line).Blocks)
            .Select(found => found.Page)
            .ToHashSet();

        return taken.Count == 0 ? content : content with
        {
            Editions = [.. content.Editions.Select(edition => edition with
            {
                Languages = Without(edition.Languages),
            })],
            Lessons = content.Lessons with { Languages = Without(content.Lessons.Languages) },
        };

        IReadOnlyList<LanguageSource> Without(IEnumerable<LanguageSource> languages) =>
            [.. languages.Select(language => language with { Pages = [.. language.Pages.Where(page => !taken.Contains(page))] })];
    }

    /// <summary>Seven of a kind at the start of a line, also behind the mark of a list or a quotation.</summary>
    private static bool IsMark(string line)
    {
        var plain = line.AsSpan().TrimStart();
        var inList = plain.TrimStart("-*+ ");
        var inQuotation = plain.TrimStart("> ");

        return IsMark(plain, '>') || IsMark(inList, '>') || IsMark(inList, '<') || IsMark(inList, '|') || IsMark(inQuotation, '<') || IsMark(inQuotation, '|');
    }

    private static bool IsMark(ReadOnlySpan<char> line, char mark) =>
        line.Length >= Length && !line[..Length].ContainsAnyExcept(mark) && (line.Length == Length || char.IsWhiteSpace(line[Length]));

    /// <summary>Below a line of words it would make a heading of it.</summary>
    private static bool StandsAlone(string[] lines, int at) => at >= 0 && (at == 0 || string.IsNullOrWhiteSpace(lines[at - 1]));
}
