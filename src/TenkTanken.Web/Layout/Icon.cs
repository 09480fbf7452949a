using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace TenkTanken.Web.Layout;

/// <summary>An icon beside the words that say the same: it is never the only one to say it, and is not read out.</summary>
public sealed class Icon : ComponentBase
{
    /// <summary>Of Aksel's set. <c>Npm.targets</c> lists those that are brought in.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Pictures.Icon(Name) is not { } inside)
        {
            return;
        }

        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "class", "icon");
        builder.AddAttribute(2, "viewBox", "0 0 24 24");
        builder.AddAttribute(3, "aria-hidden", "true");
        builder.AddAttribute(4, "focusable", "false");
        builder.AddMarkupContent(5, inside);
        builder.CloseElement();
    }
}
