using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Editions;

/// <summary>The site when another edition has come out: one page and what stood on it is gone, one sign has another name.</summary>
public sealed class NextEdition : IAsyncDisposable
{
    public const string Id = "2027-1";
    public const string NewName = "Virker redd i dag";
    private const string Gone = "privacy";

    private readonly TemporaryContent _content = new();

    public NextEdition()
    {
        var folder = $"editions/{Id}";
        foreach (var file in Directory.EnumerateFiles(_content.PathOf($"editions/{Before}"), "*", SearchOption.AllDirectories))
        {
            var copy = _content.PathOf(Path.Combine(folder, Path.GetRelativePath(_content.PathOf($"editions/{Before}"), file)));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.Delete(_content.PathOf($"{folder}/edition.lock"));
        var taken = TestContent.Words.Page(Gone)!.Sections.SelectMany(section => section.Sections.Prepend(section)).Select(section => section.Id);
        _content.Replace($"{folder}/edition.yaml", "status: published", "status: draft");
        _content.Replace($"{folder}/edition.yaml", $"previous: \"{TestContent.Library.Current.Previous}\"",
            $"previous: \"{Before}\"\ntaken-away: [{string.Join(", ", taken.Prepend(Gone))}]");
        _content.Replace($"{folder}/edition.yaml", $"  - id: {Gone}\n    kind: article\n", "");
        foreach (var language in TestContent.Library.Site.Languages)
        {
            File.Delete(_content.PathOf($"{folder}/{language.Code}/{Gone}.md"));
        }

        _content.Replace($"{folder}/nb/checklist.md", $"### {OldName} ", $"### {NewName} ");
        Assert.Empty(Publishing.Publish(_content.Folder, Id, new DateOnly(2027, 1, 15)));
        _content.Replace("site.yaml", $"edition: {Before}", $"edition: {Id}");
        Site = new TestSite(_content.Folder);
    }

    public static string Before => TestContent.Library.Current.Id;

    public static string OldName => TestContent.Words.Checklist.Sign("fear-or-stress")!.Title;

    public static string GonePage => Gone;

    public TestSite Site { get; }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        _content.Dispose();
    }
}
