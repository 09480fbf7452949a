using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Markdown;

/// <summary>A page as it stands in its file: front matter and syntax tree. Links and facts are not yet in place.</summary>
internal sealed partial class PageSource
{
    /// <summary>Three short lines are all that stands there; the rest of a page is no front matter for want of its end.</summary>
    private const int LongestFrontMatter = 8 * 1024;

    private PageSource(string file, YamlMap front, MarkdownDocument document, ProblemList problems)
    {
        File = file;
        Slug = front.OptionalText("slug") ?? "";
        Title = front.Text("title");
        Description = front.Text("description");
        SlugLine = front.LineOf("slug");
        front.NothingElse();
        Document = document;
        Headings = [.. document.OfType<HeadingBlock>().Select(block => Heading.Of(block, file, problems))];
    }

    public string File { get; }

    public string Slug { get; }

    public int SlugLine { get; }

    public string Title { get; }

    public string Description { get; }

    public MarkdownDocument Document { get; }

    public IReadOnlyList<Heading> Headings { get; }

    public static PageSource? Read(string folder, string name, ProblemList problems)
    {
        if (ContentFile.Read(folder, name, problems) is not { } file)
        {
            return null;
        }

        if (FrontMatterOf(file.Text) is not { } front)
        {
            problems.Add(ProblemKind.FrontMatterMissing, name, 1);
            return null;
        }

        // Empty lines in place of the front matter, so that the lines of the tree are the lines of the file.
        var above = new string('\n', file.Text[..front.End].Count(letter => letter == '\n'));
        var map = YamlMap.Parse(front.Yaml, name, 1, problems);
        var document = new MarkdownCheck(above + file.Text[front.End..], name, problems).Parse();

        return map is null || document is null ? null : new PageSource(name, map, document, problems);
    }

    /// <summary>What stands between two lines of three hyphens, and where the page goes on after them.</summary>
    private static (string Yaml, int End)? FrontMatterOf(string text)
    {
        var match = FrontMatter().Match(text[..Math.Min(text.Length, LongestFrontMatter)]);

        return match.Success ? (match.Groups["yaml"].Value, match.Length) : null;
    }

    [GeneratedRegex(@"\A---[ \t]*\n(?<yaml>(.*\n)*?)---[ \t]*(\n|\z)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FrontMatter();
}

/// <summary>A heading with its permanent id.</summary>
/// <param name="Level">2 or 3.</param>
/// <param name="Line">From 1.</param>
internal sealed partial record Heading(HeadingBlock Block, int Level, string Title, string Id, int Line)
{
    public static Heading Of(HeadingBlock block, string file, ProblemList problems)
    {
        var line = block.Line + 1;
        var text = string.Concat(block.Inline?.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()) ?? []);
        var match = TitleAndId().Match(text);
        var (title, id) = match.Success ? (match.Groups["title"].Value, match.Groups["id"].Value) : (text.Trim(), "");
        if (block.Level is not (2 or 3))
        {
            problems.Add(ProblemKind.HeadingLevel, file, line);
        }

        if (!match.Success || title.Length == 0)
        {
            problems.Add(ProblemKind.HeadingWithoutId, file, line, ("title", title));
        }
        else
        {
            Ids.Check(id, file, line, problems);
        }

        return new Heading(block, block.Level, title, id, line);
    }

    [GeneratedRegex(@"\A(?<title>.*?)\s*\{#(?<id>[^{}]*)\}\s*\z", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex TitleAndId();
}
