using Microsoft.AspNetCore.Components;

namespace TenkTanken.Web.Layout;

/// <summary>
/// What may stand across the top of a page, below the header: the way to leave is where it always is. A feature adds its own, and
/// Layout need not know it.
/// </summary>
/// <param name="Component">Decides for each page whether it shows anything.</param>
public sealed record PageMark(Type Component);

public static class PageMarkSetup
{
    public static void AddPageMark<TComponent>(this IServiceCollection services)
        where TComponent : IComponent => services.AddSingleton(new PageMark(typeof(TComponent)));
}
