using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace TenkTanken.Web.Layout;

/// <summary>A heading whose level depends on where it stands, while its look does not.</summary>
public sealed class Heading : ComponentBase
{
    /// <summary>1 to 6.</summary>
    [Parameter, EditorRequired]
    public required int Level { get; set; }

    /// <summary>The design system's sizes: 2xs to 2xl.</summary>
    [Parameter]
    public string Size { get; set; } = "sm";

    [Parameter]
    public string? Id { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, $"h{Level}");
        builder.AddAttribute(1, "class", "ds-heading heading");
        builder.AddAttribute(2, "data-size", Size);
        builder.AddAttribute(3, "id", Id);
        builder.AddContent(4, ChildContent);
        builder.CloseElement();
    }
}
