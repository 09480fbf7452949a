using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace TenkTanken.Web.Layout;

/// <summary>An icon stands beside words that say the same, so screen readers pass over it, and nothing is lost where it is missing.</summary>
public sealed class Icon(SiteAssets files) : ComponentBase
{
    /// <summary>One file for all of them. Not there when the site was built without npm.</summary>
    private const string File = "vendor/icons.svg";

    /// <summary>Of Aksel's set. <c>Npm.targets</c> lists those that are brought in.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (!files.Has(File))
        {
            return;
        }

        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "class", "icon");
        builder.AddAttribute(2, "aria-hidden", "true");
        builder.AddAttribute(3, "focusable", "false");
        builder.OpenElement(4, "use");
        builder.AddAttribute(5, "href", $"{files.Address(File)}#{Name}");
        builder.CloseElement();
        builder.CloseElement();
    }
}
