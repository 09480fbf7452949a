using Microsoft.AspNetCore.Components;
using TenkTanken.Content;

namespace TenkTanken.Web.Features.Reading;

/// <summary>Which component shows a kind of page. A feature adds the view of its own kind, and Reading need not know it.</summary>
public sealed class PageViews(IEnumerable<PageView> views)
{
    private readonly Dictionary<PageKind, PageView> _views = views.ToDictionary(view => view.Kind);

    public PageView For(PageKind kind) => _views[kind];
}

/// <param name="Component">Takes the page as its parameter <c>Page</c>.</param>
/// <param name="Logged">False where people answer: such a request leaves no line in the log.</param>
public sealed record PageView(PageKind Kind, Type Component, bool Logged);

public static class PageViewSetup
{
    public static void AddPageView<TComponent>(this IServiceCollection services, PageKind kind, bool logged = true)
        where TComponent : IComponent =>
        services.AddSingleton(new PageView(kind, typeof(TComponent), logged));
}
