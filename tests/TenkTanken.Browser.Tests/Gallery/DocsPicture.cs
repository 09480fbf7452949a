using Microsoft.Playwright;

namespace TenkTanken.Browser.Tests.Gallery;

/// <summary>A picture that the README or a guide shows. All of them are here, so that <c>tests/gallery</c> can take them anew.</summary>
/// <param name="Name">Of its file in <c>docs/pictures</c>, without the ending.</param>
/// <param name="Screen">As much as fits on it is shown.</param>
/// <param name="From">A selector: what is to stand at the top. Null: the top of the page.</param>
internal sealed record DocsPicture(string Name, string PageOrState, ViewportSize Screen, ColorScheme Scheme = ColorScheme.Light, string? From = null)
{
    public static readonly string Folder = Path.Combine(Folders.Root, "docs", "pictures");

    public static readonly IReadOnlyList<DocsPicture> All =
    [
        new("start", "/nb/", Screens.Desk),
        new("checklist", "checklist with guidance open", Screens.Phone, From: ".sign-question"),
        new("reflection", "reflection on much", Screens.Phone),
        new("room-join", "a wall that says how to join", new() { Width = 1024, Height = 768 }),
        new("room-led", "a room that is led", Screens.Phone, From: ".room-steering .lead"),
        new("room-phone", "a phone that has answered", Screens.Phone),
        new("room-answers", "a wall that shows answers", new() { Width = 1024, Height = 768 }),
    ];

    public string File => Path.Combine(Folder, $"{Name}.png");
}
