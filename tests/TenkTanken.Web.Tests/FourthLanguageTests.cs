using System.Net;
using System.Text.RegularExpressions;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>Another language is files and nothing else: words that are translated, and their lock.</summary>
public sealed partial class FourthLanguageTests : IDisposable
{
    private static readonly string Edition = $"editions/{TestContent.Library.Current.Id}";

    private readonly TemporaryContent _content = new();

    [Fact]
    public async Task A_language_that_came_as_files_is_read_filled_in_and_found_as_the_others_are()
    {
        Translate();
        await using var site = new TestSite(_content.Folder);
        var language = site.Library.Site.Language("se")!;
        var words = site.Library.CurrentIn(language);

        foreach (var expected in words.Pages)
        {
            var page = await site.GetAsync(expected.Address).PageAsync();
            Assert.Equal("se", page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(expected.Title, page.Heading());
            Assert.Equal(["nb", "nn", "en", "se"], page.QuerySelectorAll(".languages a").Select(link => link.GetAttribute("lang")));
            Assert.Equal("Davvisámegiella", page.QuerySelector(".languages [aria-current]")!.TextContent);
            Assert.Equal(expected.Address, page.QuerySelector("link[hreflang=se]")!.GetAttribute("href"));
        }

        var bokmål = await site.GetAsync("/nb/tegn").PageAsync();
        var signs = await site.GetAsync(bokmål.QuerySelector(".languages a[lang=se]")!.GetAttribute("href")!).PageAsync();
        Assert.Equal("Mearkkat", signs.Heading());
        var reflection = await site.PostAsync(words.The(PageKind.Checklist).Address, ("edition", site.Library.Current.Id), ("sign-fear-or-stress", "noticed"));
        Assert.Equal(HttpStatusCode.OK, reflection.StatusCode);
        Assert.Equal("Jurddašeapmi", (await reflection.PageAsync()).Heading());
        Assert.Contains("Boles 112", (await site.GetAsync(words.The(PageKind.Contacts).Address).PageAsync())
            .QuerySelectorAll("main a[href='tel:112']").Select(link => link.ShownText()));
    }

    public void Dispose() => _content.Dispose();

    private void Translate()
    {
        _content.Replace("site.yaml", "    name: English\n", "    name: English\n  - code: se\n    name: Davvisámegiella\n");
        File.Copy(_content.PathOf("texts/nb.yaml"), _content.PathOf("texts/se.yaml"));
        _content.Replace("texts/se.yaml", "  title: Refleksjon\n", "  title: Jurddašeapmi\n");
        File.WriteAllText(_content.PathOf("wording/se.yaml"), "avoid: []\nto-the-person: []\nin-titles: []\nanother-language: []\n");
        foreach (var file in Directory.EnumerateFiles(_content.PathOf("facts")))
        {
            File.WriteAllText(file, BokmålWords().Replace(File.ReadAllText(file), "$0\n    se:$1"));
        }

        _content.Replace("facts/contacts.yaml", "se: \"Politiet, nødtelefon {value}\"", "se: \"Boles {value}\"");
        Directory.CreateDirectory(_content.PathOf($"{Edition}/se"));
        foreach (var file in Directory.EnumerateFiles(_content.PathOf($"{Edition}/nb")))
        {
            File.Copy(file, _content.PathOf($"{Edition}/se/{Path.GetFileName(file)}"));
        }

        Directory.CreateDirectory(_content.PathOf("lessons/se"));
        foreach (var file in Directory.EnumerateFiles(_content.PathOf("lessons/nb")))
        {
            File.Copy(file, _content.PathOf($"lessons/se/{Path.GetFileName(file)}"));
        }

        _content.Replace($"{Edition}/se/signs.md", "title: Tegn\n", "title: Mearkkat\n");
        _content.Replace($"{Edition}/edition.yaml", "languages: [nb, nn, en]", "languages: [nb, nn, en, se]");
        Assert.Empty(Publishing.Publish(_content.Folder, TestContent.Library.Current.Id, new DateOnly(2026, 11, 25)));
    }

    /// <summary>A fact's words in bokmål, on one line.</summary>
    [GeneratedRegex("^    nb:(.*)$", RegexOptions.Multiline)]
    private static partial Regex BokmålWords();
}
