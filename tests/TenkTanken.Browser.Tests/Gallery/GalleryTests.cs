using System.Collections.Concurrent;
using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Everywhere;
using Xunit;

namespace TenkTanken.Browser.Tests.Gallery;

/// <summary>
/// Everything there is to see, to be looked at: <c>tests/gallery</c> runs it. Explicit, since it takes minutes and what it
/// gives is for eyes: in <c>tests/run</c> the same is asked of every page and state in two sizes.
/// </summary>
public sealed class GalleryTests(TestBench bench)
{
    private static readonly ViewportSize[] Screens = [Browser.Tests.Screens.Phone, new() { Width = 768, Height = 1024 }, Browser.Tests.Screens.Desk];

    private static string Pictures => Environment.GetEnvironmentVariable("GALLERY") ?? Path.Combine(Folders.Root, "TestResults", "gallery");

    [Fact(Explicit = true)]
    public async Task Every_page_and_state_is_pictured_in_each_width_and_colours_and_axe_finds_nothing()
    {
        var sheet = new ContactSheet(Pictures);
        var found = new ConcurrentQueue<string>();

        await Parallel.ForEachAsync(PagesAndStates.ToSee, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (pageOrState, _) =>
        {
            try
            {
                await foreach (var fault in PictureAsync(pageOrState, sheet))
                {
                    found.Enqueue($"{pageOrState}, {fault}");
                }
            }
            catch (Exception fault) when (fault is PlaywrightException or Xunit.Sdk.XunitException)
            {
                found.Enqueue($"{pageOrState} could not be pictured: {fault.Message}");
            }
        });

        await sheet.WriteAsync(PagesAndStates.ToSee);
        Found.Nothing([.. found.Order()]);
    }

    [Fact(Explicit = true)]
    public async Task Every_slide_is_pictured_as_the_room_sees_it()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Pictures, "slides")).FullName;
        foreach (var lesson in Words.Library.Lessons.Values.SelectMany(lessons => lessons))
        {
            await using var visitor = await Visitor.ArriveAsync(bench.Chromium, bench.Site.Address, Scripts.On);
            await visitor.Page.SetViewportSizeAsync(1280, 720);
            await visitor.GoAsync(lesson.Address);
            foreach (var (index, slide) in lesson.Slides.Index())
            {
                await Assertions.Expect(visitor.Page.Locator(".slide[data-current] h2")).ToHaveIdAsync(slide.Id);
                var picture = $"{lesson.Id} {lesson.Language} {index + 1:00} {slide.Id}.png";
                await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, picture) });
                await visitor.Page.Keyboard.PressAsync("PageDown");
            }
        }
    }

    [Fact(Explicit = true)]
    public async Task The_pictures_of_the_guides_are_taken_anew()
    {
        Directory.CreateDirectory(DocsPicture.Folder);
        foreach (var picture in DocsPicture.All)
        {
            await using var visitor = await ArriveAsync(picture.PageOrState);
            var page = visitor.Page;
            await page.EmulateMediaAsync(new() { ColorScheme = picture.Scheme });
            await page.SetViewportSizeAsync(picture.Screen.Width, picture.Screen.Height);
            await page.EvaluateAsync(
                "from => { scrollTo(0, 0); if (from) scrollTo(0, document.querySelector(from).getBoundingClientRect().top - 80); }",
                picture.From);
            await page.ScreenshotAsync(new() { Path = picture.File, Animations = ScreenshotAnimations.Disabled });
        }
    }

    /// <returns>What axe finds.</returns>
    private async IAsyncEnumerable<string> PictureAsync(string pageOrState, ContactSheet sheet)
    {
        await using var visitor = await ArriveAsync(pageOrState);
        var page = visitor.Page;
        await File.WriteAllTextAsync(sheet.DocumentOf(pageOrState), await visitor.DocumentAsync());
        await Axe.BringAsync(page);
        foreach (var screen in Screens)
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            // The header sticks to the screen; in a picture of the whole page it belongs at the top.
            await page.EvaluateAsync("() => scrollTo({ top: 0, behavior: 'instant' })");
            foreach (var colours in Colours.All)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = colours.Scheme, ForcedColors = colours.Forced });
                await page.ScreenshotAsync(new()
                {
                    Path = sheet.FileOf(pageOrState, screen.Width, colours.Name),
                    FullPage = true,
                    Animations = ScreenshotAnimations.Disabled,
                });

                // Forced colours are the reader's own, and axe would measure ours.
                string[] leaveOut = colours.Forced == ForcedColors.Active ? ["color-contrast"] : [];
                foreach (var fault in await Axe.FaultsAsync(page, [.. leaveOut, .. PagesAndStates.NotAsked(pageOrState)]))
                {
                    yield return $"{screen.Width} px, {colours.Name}: {fault}";
                }
            }
        }
    }

    private async Task<Visitor> ArriveAsync(string pageOrState)
    {
        var visitor = await Visitor.ArriveAsync(bench.Chromium, await PagesAndStates.SiteOfAsync(bench, pageOrState), Scripts.On);
        await PagesAndStates.ReachAsync(visitor, pageOrState);
        // What was pressed last would look as if one were about to press it again.
        await visitor.Page.Mouse.MoveAsync(0, 0);

        return visitor;
    }
}

/// <summary>The three ways a page may be coloured.</summary>
internal sealed record Colours(string Name, ColorScheme Scheme, ForcedColors Forced)
{
    public static readonly IReadOnlyList<Colours> All =
    [
        new("light", ColorScheme.Light, ForcedColors.None),
        new("dark", ColorScheme.Dark, ForcedColors.None),
        new("forced", ColorScheme.Light, ForcedColors.Active),
    ];
}
