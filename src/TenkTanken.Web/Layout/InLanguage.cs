using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Layout;

/// <summary>Words of one language, marked as such on a page of another, so that they are read aloud as what they are.</summary>
public sealed class InLanguage(PageContext reader) : ComponentBase
{
    /// <summary>What words are in, for whatever shows them below.</summary>
    public const string OfWords = "language-of-words";

    /// <summary>The same for other modules, which read no constant of this one.</summary>
    public static string NameOfWords => OfWords;

    [Parameter]
    public string? Code { get; set; }

    [CascadingParameter(Name = OfWords)]
    private string? Around { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var code = Code ?? Around;
        if (code is null || code == reader.Language.Code)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenElement(1, "span");
        builder.AddAttribute(2, "lang", code);
        builder.AddContent(3, ChildContent);
        builder.CloseElement();
    }
}
