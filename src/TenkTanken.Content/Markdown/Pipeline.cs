using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;

namespace TenkTanken.Content.Markdown;

/// <summary>
/// The one Markdown pipeline: what CommonMark has, without raw HTML, and three things more: labelled parts
/// (<c>::: why</c>), facts (<c>{fact:rosa}</c>) and words of another language (<c>{nb:Tenk tanken}</c>). Extensions are chosen
/// one by one: the ready-made "advanced" set lets an attribute such as <c>onclick</c> through, and turning HTML off does not stop it.
/// </summary>
internal static class Pipeline
{
    /// <summary>How deep anything may stand inside something else. Ours stands at most ten deep.</summary>
    public const int MaxDepth = 32;

    private static readonly MarkdownPipeline Instance = new MarkdownPipelineBuilder { MaximumNestingDepth = MaxDepth }
        .DisableHtml()
        .UsePreciseSourceLocation()
        .Use<OwnInlines>()
        .Build();

    /// <exception cref="ArgumentException">Blocks stand too deep inside each other.</exception>
    public static Markdig.Syntax.MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, Instance);

    public static HtmlRenderer RendererTo(TextWriter writer)
    {
        var renderer = new HtmlRenderer(writer);
        Instance.Setup(renderer);

        return renderer;
    }

    private sealed class OwnInlines : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            // Parts only: the ready-made extension makes an element of ::words:: within a text as well.
            pipeline.BlockParsers.Insert(0, new CustomContainerParser());
            pipeline.InlineParsers.Insert(0, new LanguageParser());
            pipeline.InlineParsers.Insert(0, new FactParser());
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
            ((HtmlRenderer)renderer).ObjectRenderers.Insert(0, new HtmlCustomContainerRenderer());
            ((HtmlRenderer)renderer).ObjectRenderers.Add(new FactRenderer());
            ((HtmlRenderer)renderer).ObjectRenderers.Add(new LanguageRenderer());
        }
    }
}
