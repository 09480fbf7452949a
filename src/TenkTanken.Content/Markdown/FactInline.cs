using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace TenkTanken.Content.Markdown;

/// <summary><c>{fact:rosa}</c> in a text.</summary>
internal sealed class FactInline(string id) : LeafInline
{
    public string Id => id;

    /// <summary>Put in place once the facts are known, before rendering.</summary>
    public Fact? Fact { get; set; }

    public string Language { get; set; } = "";
}

internal sealed class FactParser : InlineParser
{
    private const string Start = "{fact:";

    public FactParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var end = slice.IndexOf('}');
        var length = end - slice.Start - Start.Length;
        if (!slice.Match(Start) || length is < 1 or > Ids.MaxLength)
        {
            return false;
        }

        var id = slice.Text.Substring(slice.Start + Start.Length, length);
        if (!Ids.IsWellFormed(id))
        {
            // No fact can be called so: it stays as it is written, and a rule tells of it.
            return false;
        }

        processor.Inline = new FactInline(id) { Line = processor.GetSourcePosition(slice.Start, out var line, out _) >= 0 ? line : 0 };
        slice.Start = end + 1;

        return true;
    }
}

internal sealed class FactRenderer : HtmlObjectRenderer<FactInline>
{
    public static void Write(HtmlRenderer renderer, Fact fact, string language)
    {
        if (fact.Address is null)
        {
            Write(renderer, fact.InWords(language));
            return;
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(fact.Address).Write("\">");
        Write(renderer, fact.InWords(language));
        renderer.Write("</a>");
    }

    protected override void Write(HtmlRenderer renderer, FactInline inline)
    {
        if (inline.Fact is not null)
        {
            Write(renderer, inline.Fact, inline.Language);
        }
    }

    /// <summary>Words of another language stand marked in a fact as they do on a page.</summary>
    private static void Write(HtmlRenderer renderer, string words)
    {
        var written = 0;
        foreach (var other in LanguageParser.MarkedIn(words))
        {
            renderer.WriteEscape(words[written..other.Index]);
            LanguageRenderer.Write(renderer, other.Groups["language"].Value, other.Groups["words"].Value);
            written = other.Index + other.Length;
        }

        renderer.WriteEscape(words[written..]);
    }
}
