using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class TextsAreEasyToReadTests
{
    private const string About = ContentCopy.Draft + "/nb/about.md";

    [Fact]
    public void A_sentence_of_more_than_thirty_words_is_advice()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, $"\nKort.\nKort. {Words(31)}. Kort.\n");
        var line = content.LineOf(About, "Kort. ord");

        content.SaysInBoth(
            $"{About}:{line}  Setningen har 31 ord. Del den. Under 31 ord er lettere å lese.",
            $"{About}:{line}  The sentence has 31 words. Split it. Under 31 words is easier to read.");
        Assert.NotNull(content.Load().Library);
    }

    [Fact]
    public void A_sentence_over_many_lines_is_one_sentence()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, $"\nKort.\n{Words(16)}\n{Words(16)}.\n");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.SentenceTooLong, content.LineOf(About, "ord ord")), (problem.Kind, problem.Line));
    }

    [Fact]
    public void A_list_is_no_sentence()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, $"\n- {Words(20)}\n- {Words(20)}\n* {Words(20)}\n1. {Words(20)}\n\n{Words(30)}.\n");

        content.Says();
    }

    [Fact]
    public void A_page_of_long_words_is_advice()
    {
        using var content = ContentCopy.WithDraft();
        const string changes = ContentCopy.Draft + "/nb/changes.md";
        content.Append(changes,
            string.Concat(Enumerable.Repeat("\nTaushetsplikten gjelder helsepersonell overfor barnevernstjenesten og andre myndigheter.\n", 20)));

        var problem = content.OnlyProblem();

        Assert.Matches($"^{changes}  Teksten er tung å lese \\(lesbarhet \\d\\d, og over 45 er tungt\\). Kort ned setningene, og bytt ut lange ord.$",
            $"{problem}");
        Assert.False(problem.Blocks);
    }

    [Fact]
    public void A_few_words_are_not_measured()
    {
        using var content = ContentCopy.WithDraft();
        const string changes = ContentCopy.Draft + "/nb/changes.md";
        content.Write(changes, content.Read(changes)[..content.Read(changes).IndexOf("---\n\n", StringComparison.Ordinal)]
            + "---\n\nTaushetsplikten gjelder helsepersonell overfor barnevernstjenesten.\n");

        Assert.DoesNotContain(content.Load().Problems, problem => problem.Kind == ProblemKind.HardToRead);
    }

    [Fact]
    public void A_withdrawn_edition_is_not_measured()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, $"\n{Words(40)}.\n");
        content.Replace($"{ContentCopy.Draft}/edition.yaml", "status: draft", "status: withdrawn");
        content.Lock("2026-9");

        content.Says();
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("ord", count));
}
