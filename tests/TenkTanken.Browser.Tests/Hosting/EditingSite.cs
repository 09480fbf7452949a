using System.Text.RegularExpressions;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>A site on an editor's machine, with a copy of the words to edit and to break.</summary>
public sealed partial class EditingSite : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tenktanken-content-");

    /// <summary>The draft there is.</summary>
    public static Edition Draft { get; } = Words.Library.Editions.Values.First(edition => !edition.IsOut);

    public RunningSite Site { get; private set; } = null!;

    public static async Task<EditingSite> StartAsync()
    {
        var editing = new EditingSite();
        await editing.InitializeAsync();

        return editing;
    }

    /// <summary>The same where nobody has looked at a phone number since last year, and what was saved last keeps everything from being shown.</summary>
    public static async Task<EditingSite> StartNeglectedAndBrokenAsync()
    {
        var editing = new EditingSite();
        editing.Copy();
        var facts = editing.PathOf("facts/contacts.yaml");
        await File.WriteAllTextAsync(facts, Days().Replace(await File.ReadAllTextAsync(facts), "$1: 2025-01-01\n$2: 2026-01-01"));
        await editing.StartSiteAsync();
        editing.Append("texts/nb.yaml", "nobody-asks: this\nnor: this\nor: this\nor-that: this\n");

        return editing;
    }

    /// <param name="slug">Empty: the start page.</param>
    public static string AddressOf(string slug) => $"/redaksjon/{Draft.Id}/nb/{slug}";

    public static string AddressOf(PageKind kind) => AddressOf(((EditionWords)Draft.ByLanguage["nb"]).The(kind).Slug);

    /// <summary>In a file of the draft in bokmål. Fails when it does not have it, so that no test edits nothing.</summary>
    public void Replace(string page, string old, string @new)
    {
        var file = PathOf($"editions/{Draft.Id}/nb/{page}.md");
        var text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Append(string file, string text) => File.AppendAllText(PathOf(file), text);

    public async ValueTask InitializeAsync()
    {
        Copy();
        await StartSiteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"( +checked): [\d-]+\n( +check-again): [\d-]+")]
    private static partial Regex Days();

    private void Copy()
    {
        foreach (var file in Directory.EnumerateFiles(Folders.Content, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(Folders.Content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private async Task StartSiteAsync() =>
        Site = await RunningSite.StartAsync($"http://127.0.0.1:{RunningSite.PortOfOurOwn()}", _folder.FullName, editing: true);

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);
}
