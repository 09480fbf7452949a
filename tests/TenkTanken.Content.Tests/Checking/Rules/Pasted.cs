using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

/// <summary>What the check says of texts that somebody pasted into a page of a draft, many at once, since each load takes its time.</summary>
internal static class Pasted
{
    public const string Page = ContentCopy.Draft + "/nb/about.md";

    /// <summary>Each text, in a paragraph or a list of its own, is this problem and no other, on its first line.</summary>
    public static void Is(ProblemKind kind, bool blocks, params string[] texts)
    {
        var found = In(texts);
        var expected = texts.Select(text => (Text: text, Problems: $"{kind} {(blocks ? "blocks" : "advises")}"));

        Assert.Equal(expected, found.Select(one => (one.Text, Problems: string.Join(", ", one.Problems.Select(Said)))));
        Assert.All(found, one => Assert.Equal(one.Line, one.Problems[0].Line));
    }

    public static void IsFine(params string[] texts) =>
        Assert.Empty(In(texts).SelectMany(one => one.Problems).Select(problem => $"{problem}"));

    /// <summary>What is said of the one text.</summary>
    public static string Says(string text, string language = "nb")
    {
        var problem = Assert.Single(Assert.Single(In(text)).Problems);

        return $"{problem.Wrong(language)} {problem.Remedy(language)}";
    }

    private static string Said(Problem problem) => $"{problem.Kind} {(problem.Blocks ? "blocks" : "advises")}";

    private static List<(string Text, int Line, IReadOnlyList<Problem> Problems)> In(params string[] texts)
    {
        using var content = ContentCopy.WithDraft();
        var page = content.Read(Page).TrimEnd('\n') + "\n\nSlutt.\n";
        var lines = new List<int>();
        foreach (var text in texts)
        {
            // A paragraph between, so that no two lists become one.
            lines.Add(page.Count(letter => letter == '\n') + 2);
            page += $"\n{text}\n\nSlutt.\n";
        }

        content.Write(Page, page);
        var problems = content.Load().Problems;
        Assert.All(problems, problem => Assert.Equal(Page, problem.File));

        return
        [
            .. texts.Select((text, at) => (text, lines[at], (IReadOnlyList<Problem>)
            [
                .. problems.Where(problem => problem.Line >= lines[at] && problem.Line < (at + 1 < texts.Length ? lines[at + 1] : int.MaxValue)),
            ])),
        ];
    }
}
