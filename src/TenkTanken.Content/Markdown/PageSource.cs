using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Markdown;

/// <summary>A page as it stands in its file: front matter, syntax tree, headings and parts. Nothing is checked yet but that it can be read.</summary>
internal sealed partial class PageSource
{
    /// <summary>In characters, many times what its three lines take. Where its closing line is missing, the page is not searched to its end.</summary>
    private const int LongestFrontMatter = 8 * 1024;

    private PageSource(ContentFile file, YamlMap front, int frontLines, MarkdownDocument document)
    {
        Id = Path.GetFileNameWithoutExtension(file.Name);
        File = file.Name;
        Text = file.Text;
        Slug = front.OptionalText("slug") ?? "";
        Title = front.Text("title");
        Description = front.Text("description");
        SlugLine = front.LineOf("slug");
        TitleLine = front.LineOf("title");
        DescriptionLine = front.LineOf("description");
        front.NothingElse();
        FrontLines = frontLines;
        Document = document;
        Outline = PageOutline.Of(document, file.Text, frontLines);
    }

    /// <summary>The file's name without its ending.</summary>
    public string Id { get; }

    public string File { get; }

    /// <summary>The whole file.</summary>
    public string Text { get; }

    public string Slug { get; }

    public int SlugLine { get; }

    public string Title { get; }

    public int TitleLine { get; }

    public string Description { get; }

    public int DescriptionLine { get; }

    /// <summary>How many lines the front matter takes, with its two rules.</summary>
    public int FrontLines { get; }

    public MarkdownDocument Document { get; }

    public PageOutline Outline { get; }

    /// <summary>Headings of every level, in the order of the file.</summary>
    public IReadOnlyList<SectionSource> Sections => Outline.All;

    /// <summary>The page line by line, as a reader meets it.</summary>
    public IReadOnlyList<Prose> Prose => field ??= [.. Markdown.Prose.Of(this)];

    public SectionSource? Section(string id) => Sections.FirstOrDefault(section => section.Id == id);

    /// <param name="name">From the content folder down.</param>
    public static PageSource? Read(string folder, string name, ProblemList problems)
    {
        if (ContentFile.Read(folder, name, problems) is not { } file)
        {
            return null;
        }

        if (Conflict.LineIn(file.Text) is not (> 0 and var mark))
        {
            return Read(file, problems);
        }

        // Where it can be read in spite of the marks, a rule tells of them.
        var page = Read(file, new ProblemList());
        if (page is null)
        {
            problems.Stop(ProblemKind.MergeMarker, name, mark);
        }

        return page;
    }

    private static PageSource? Read(ContentFile file, ProblemList problems)
    {
        if (FrontMatterOf(file.Text) is not { } front)
        {
            problems.Add(ProblemKind.FrontMatterMissing, file.Name, 1);
            return null;
        }

        // Empty lines in place of the front matter, so that the lines of the tree are the lines of the file.
        var above = new string('\n', file.Text[..front.End].Count(letter => letter == '\n'));
        var map = YamlMap.Parse(front.Yaml, file.Name, 1, problems);
        var document = new MarkdownCheck(above + file.Text[front.End..], file.Name, problems).Parse();

        return map is null || document is null ? null : new PageSource(file, map, above.Length, document);
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

/// <summary>The headings of a page with what stands below each.</summary>
/// <param name="Intro">What stands above the first heading.</param>
/// <param name="All">Every heading, in the order of the file.</param>
/// <param name="Sections">The headings of the second level; those of the third stand in them.</param>
internal sealed partial record PageOutline(SectionSource Intro, IReadOnlyList<SectionSource> All, IReadOnlyList<SectionSource> Sections)
{
    public static PageOutline Of(MarkdownDocument document, string text, int frontLines)
    {
        var lines = text.Split('\n');
        var intro = new SectionSource("", "", 0, 0);
        var all = new List<SectionSource>();
        var top = new List<SectionSource>();
        var current = intro;
        foreach (var block in document)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    current = Heading(heading);
                    all.Add(current);
                    // A heading on the wrong level is a problem of its own; here it stands where it does least harm.
                    (heading.Level >= 3 && top.Count > 0 ? top[^1].Sections : top).Add(current);
                    break;
                case CustomContainer part:
                    current.Parts.Add(new PartSource(part.Info ?? "", part.Arguments ?? "", part.Line + 1, part));
                    break;
                default:
                    current.Body.Add(block);
                    break;
            }
        }

        var starts = all.Select(section => section.Line).Append(lines.Length + 1).ToList();
        for (var number = 0; number < all.Count; number++)
        {
            all[number].Source = Between(lines, starts[number], starts[number + 1] - 1);
        }

        intro.Source = Between(lines, frontLines, starts[0] - 1);

        return new PageOutline(intro, all, top);
    }

    private static SectionSource Heading(HeadingBlock block)
    {
        var text = string.Concat(block.Inline?.Descendants<Inline>().Select(Said) ?? []);
        var match = TitleAndId().Match(text);

        return match.Success
            ? new SectionSource(match.Groups["id"].Value, match.Groups["title"].Value, block.Level, block.Line + 1)
            : new SectionSource("", text.Trim(), block.Level, block.Line + 1);
    }

    private static string Said(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LanguageInline other => other.Text,
        _ => "",
    };

    private static string Between(string[] lines, int after, int last) =>
        string.Join('\n', lines.Skip(after).Take(Math.Max(0, last - after))).Trim();

    [GeneratedRegex(@"\A(?<title>.*?)\s*\{#(?<id>[^{}]*)\}\s*\z", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex TitleAndId();
}

/// <summary>A heading as it stands in the file.</summary>
/// <param name="Id">Empty where it has none.</param>
/// <param name="Level">0: what stands above the first heading.</param>
/// <param name="Line">From 1.</param>
internal sealed record SectionSource(string Id, string Title, int Level, int Line)
{
    public List<Block> Body { get; } = [];

    public List<PartSource> Parts { get; } = [];

    public List<SectionSource> Sections { get; } = [];

    /// <summary>The text below the heading, down to the next one.</summary>
    public string Source { get; set; } = "";
}

/// <summary>A labelled part: <c>::: why</c>, or <c>::: seen fear-or-stress</c>.</summary>
/// <param name="Line">From 1.</param>
internal sealed record PartSource(string Label, string Argument, int Line, CustomContainer Block)
{
    /// <summary>Null where there is no such part.</summary>
    public PartKind? Kind { get; } = PartKinds.Named(Label);

    /// <summary>Null where the part is not one list and nothing else.</summary>
    public IReadOnlyList<ListItemBlock>? Items => Block is [ListBlock list] ? [.. list.OfType<ListItemBlock>()] : null;
}
