using System.Text.RegularExpressions;

namespace TenkTanken.Content.Markdown;

internal enum ProseKind
{
    Title,
    Address,
    Description,
    Heading,
    Body,
}

/// <summary>A line of a page as a reader meets it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Text">Without ids, facts, words of another language, code and where links lead.</param>
/// <param name="Part">The label of the part it stands in; empty outside parts.</param>
internal sealed partial record Prose(ProseKind Kind, int Line, string Text, string Part)
{
    public static IEnumerable<Prose> Of(PageSource page)
    {
        yield return new Prose(ProseKind.Address, page.SlugLine, page.Slug, "");
        yield return new Prose(ProseKind.Title, page.TitleLine, page.Title, "");
        yield return new Prose(ProseKind.Description, page.DescriptionLine, page.Description, "");

        var lines = page.Text.Split('\n');
        var part = "";
        for (var number = page.FrontLines; number < lines.Length; number++)
        {
            var line = lines[number];
            if (line.StartsWith(":::", StringComparison.Ordinal))
            {
                part = line[3..].Trim().Split(' ')[0];
                continue;
            }

            var text = NoWords().Replace(line, " ");
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return new Prose(line.StartsWith('#') ? ProseKind.Heading : ProseKind.Body, number + 1, text.TrimStart('#', ' '), part);
            }
        }
    }

    [GeneratedRegex(@"\{#[^}]*\}|\{[a-z]{2,4}:[^}]*\}|(?<=\])\([^)]*\)|`[^`]*`|[*\[\]]|^\s*(-|\d+\.|>)\s")]
    private static partial Regex NoWords();
}
