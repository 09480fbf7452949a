using Microsoft.AspNetCore.Components.Rendering;
using TenkTanken.Web.Tests.Modules.Probes.There;

namespace __Blazor.TenkTanken.Web.Tests.Modules.Probes.Inferring.UsesGenericTag;

/// <summary>What Razor's compiler makes of a tag of a generic component in <c>Inferring/UsesGenericTag.razor</c>.</summary>
internal static class TypeInference
{
    public static void CreateTag(RenderTreeBuilder builder)
    {
        builder.OpenComponent<GenericTag<int>>(0);
        builder.CloseComponent();
    }
}
