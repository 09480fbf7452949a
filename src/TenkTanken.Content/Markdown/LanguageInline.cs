using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace TenkTanken.Content.Markdown;

/// <summary><c>{nb:Tenk tanken}</c> in an English text: words of another language, so that they are read aloud as such.</summary>
internal sealed class LanguageInline(string language, string text) : LeafInline
{
    public string Language => language;

    public string Text => text;
}

internal sealed partial class LanguageParser : InlineParser
{
    public LanguageParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // The end is looked for 200 characters ahead, more than a title has: a text in which many begin and none ends is read quickly too.
        var match = Marked().Match(slice.Text, slice.Start, Math.Min(slice.Length, 200));
        if (!match.Success)
        {
            return false;
        }

        processor.Inline = new LanguageInline(match.Groups["language"].Value, match.Groups["words"].Value);
        slice.Start += match.Length;

        return true;
    }

    /// <summary>Every place in a text that is marked so.</summary>
    public static IEnumerable<Match> MarkedIn(string text) => MarkedAnywhere().Matches(text);

    [GeneratedRegex(@"\G\{(?<language>[a-z]{2,3}):(?<words>[^{}\n]+)\}")]
    private static partial Regex Marked();

    [GeneratedRegex(@"\{(?<language>[a-z]{2,3}):(?<words>[^{}\n]+)\}")]
    private static partial Regex MarkedAnywhere();
}

internal sealed class LanguageRenderer : HtmlObjectRenderer<LanguageInline>
{
    public static void Write(HtmlRenderer renderer, string language, string words)
    {
        renderer.Write("<span lang=\"").Write(language).Write("\">");
        renderer.WriteEscape(words).Write("</span>");
    }

    protected override void Write(HtmlRenderer renderer, LanguageInline inline) => Write(renderer, inline.Language, inline.Text);
}
