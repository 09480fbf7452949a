using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;

namespace TenkTanken.Content.Checking;

/// <summary>
/// How many lines a slide takes where it is shown smallest: a screen of 1024 by 768, with letters of a thirtieth of its height, which
/// those at the back can still read. Counted from the words, a little too high; the real slides are measured in a browser.
/// </summary>
internal static class SlideLength
{
    /// <summary>Lines of body text below the slide's heading.</summary>
    public const int Most = 16;

    private const double LettersInALine = 62;
    private const double BetweenBlocks = 0.4;
    private const double Label = 1.3;
    private const double Heading = 1.6;

    public static int Of(IReadOnlyList<SlidePlace> places, ContentSource content, string language) =>
        (int)Math.Ceiling(places
            .Select((place, index) => Of(place, content, language) + (HasHeading(places, index) ? Heading : 0) + (HasLabel(places, index) ? Label : 0)).Sum());

    /// <summary>Of its own: where all stands under one, that is the slide's.</summary>
    private static bool HasHeading(IReadOnlyList<SlidePlace> places, int index) =>
        places.DistinctBy(place => (place.Page, place.Section)).Count() > 1
        && (index == 0 || (places[index].Page, places[index].Section) != (places[index - 1].Page, places[index - 1].Section));

    private static bool HasLabel(IReadOnlyList<SlidePlace> places, int index) =>
        places[index].Part is { } part && (index == 0 || places[index - 1].Part?.Kind != part.Kind);

    private static double Of(SlidePlace place, ContentSource content, string language) => place switch
    {
        { Part: { } part } => Lines([part.Block], content, language),
        { Section: { } section } => Lines(section.Body, content, language),
        _ => Lines(place.Page.Outline.Intro.Body, content, language),
    };

    private static double Lines(IEnumerable<Block> blocks, ContentSource content, string language) =>
        blocks.SelectMany(block => block is ContainerBlock container ? container.Descendants<LeafBlock>() : [(LeafBlock)block])
            .Sum(block => Math.Ceiling(Letters(block, content, language) / LettersInALine) + BetweenBlocks);

    /// <summary>As a reader sees them, facts in words.</summary>
    public static int Letters(LeafBlock block, ContentSource content, string language) =>
        (block.Inline?.Descendants<Inline>() ?? []).Sum(inline => inline switch
        {
            LiteralInline literal => literal.Content.Length,
            CodeInline code => code.Content.Length,
            LanguageInline other => other.Text.Length,
            FactInline fact => content.Fact(fact.Id)?.Fact is { } told && told.Texts.ContainsKey(language) ? told.InWords(language).Length : 0,
            LineBreakInline => 1,
            _ => 0,
        });
}
