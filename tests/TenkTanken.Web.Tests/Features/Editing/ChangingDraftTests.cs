using System.Net;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Editing;

/// <summary>A draft on a site of its own: what it leaves as it was, and what becomes of it while it is written.</summary>
public sealed class ChangingDraftTests : IAsyncLifetime
{
    private const string Draft = "2026-2";
    private const string Root = $"/redaksjon/{Draft}";
    private const string Signs = $"{Root}/nb/tegn";
    private const string Checklist = $"editions/{Draft}/nb/checklist.md";
    private const string Old = "Virker redd eller stresset";
    private const string New = "Virker urolig";

    private readonly TemporaryContent _content = new();
    private TestSite _site = null!;

    public ValueTask InitializeAsync()
    {
        _site = new TestSite(_content.Folder, editing: true);

        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _content.Dispose();
    }

    [Fact]
    public async Task The_site_around_it_is_as_it_is_for_everybody()
    {
        var before = await (await _site.GetAsync("/nb/tegn")).Content.ReadAsStringAsync();

        var draft = await _site.GetAsync(Signs).PageAsync();
        var after = await (await _site.GetAsync("/nb/tegn")).Content.ReadAsStringAsync();

        Assert.Equal(before, after);
        Assert.DoesNotContain("redaksjon", after, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(LaterEditions.Added, draft.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(LaterEditions.Added, after, StringComparison.Ordinal);
        Assert.Equal(Draft, draft.QuerySelector(".site-footer > p")!.TextContent.Split(' ')[1]);
    }

    [Fact]
    public async Task What_is_saved_is_shown_and_what_is_broken_is_told_with_its_place_until_it_is_mended()
    {
        var first = await ShownAsync();

        _content.Replace(Checklist, Old, New);
        _site.Live.Look();
        var changed = await ShownAsync();
        _content.Append(Checklist, "\n### Uten id\n");
        _site.Live.Look();
        var broken = await ShownAsync();
        _content.Replace(Checklist, "\n### Uten id\n", "");
        _content.Replace(Checklist, New, $"{New} igjen");
        _site.Live.Look();
        var mended = await ShownAsync();

        Assert.Contains(Old, first.Signs, StringComparison.Ordinal);
        Assert.Contains(New, changed.Signs, StringComparison.Ordinal);
        Assert.Equal(changed.Signs, broken.Signs);
        Assert.DoesNotContain(_site.Texts.Editing.NotServedTitle, changed.Mark, StringComparison.Ordinal);
        Assert.Contains(_site.Texts.Editing.NotServedTitle, broken.Mark, StringComparison.Ordinal);
        Assert.Contains($"{Checklist}:{File.ReadAllLines(_content.PathOf(Checklist)).Length + 2}", broken.Mark, StringComparison.Ordinal);
        Assert.Contains($"{New} igjen", mended.Signs, StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Texts.Editing.NotServedTitle, mended.Mark, StringComparison.Ordinal);
        Assert.Distinct([first.Version, changed.Version, broken.Version, mended.Version]);
    }

    [Fact]
    public async Task Where_the_site_starts_over_a_broken_folder_the_draft_is_as_it_was_last()
    {
        _content.Replace(Checklist, Old, New);
        _site.Live.Look();
        _content.Append(Checklist, "\n### Uten id\n");

        await using var again = new TestSite(_content.Folder, _site.Data, editing: true);
        var shown = await again.GetAsync(Signs).PageAsync();

        Assert.Contains(New, shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Checklist, shown.QuerySelector(".draft-mark")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_in_one_language_is_read_in_that()
    {
        Directory.Delete(_content.PathOf($"editions/{Draft}/nn"), recursive: true);
        Directory.Delete(_content.PathOf($"editions/{Draft}/en"), recursive: true);
        _content.Replace($"editions/{Draft}/edition.yaml", "languages: [nb, nn, en]", "languages: [nb]");
        _site.Live.Look();

        var page = await _site.GetAsync(Signs).PageAsync();

        Assert.True(_site.Live.State.IsOfFolder);
        Assert.Equal(["nb"], page.QuerySelectorAll(".languages a").Select(link => link.GetAttribute("hreflang")));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.GetAsync($"{Root}/nn/teikn")).StatusCode);
    }

    private async Task<(string Signs, string Mark, string Version)> ShownAsync()
    {
        var page = await _site.GetAsync(Signs).PageAsync();

        return (
            page.QuerySelector("main")!.TextContent,
            page.QuerySelector(".draft-mark")!.TextContent,
            page.QuerySelector("[data-following]")!.GetAttribute("data-version")!);
    }
}
