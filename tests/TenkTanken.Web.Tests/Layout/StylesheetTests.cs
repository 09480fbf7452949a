using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace TenkTanken.Web.Tests.Layout;

public sealed class StylesheetTests(TestSite site)
{
    /// <summary>One that is not listed would change nothing, and nobody would be told.</summary>
    [Fact]
    public async Task Every_stylesheet_that_stands_beside_a_component_is_in_the_one_that_browsers_fetch_without_its_comments()
    {
        var root = Path.Combine(TestContent.Root(), "src", "TenkTanken.Web");
        var beside = Directory.EnumerateFiles(root, "*.css", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => file.StartsWith("Layout/", StringComparison.Ordinal) || file.StartsWith("Features/", StringComparison.Ordinal));
        var listed = XDocument.Load(Path.Combine(root, "Styles.targets")).Descendants("StyleFile")
            .SelectMany(files => files.Attribute("Include")!.Value.Split(';', StringSplitOptions.TrimEntries)).ToList();
        var address = (await site.GetAsync("/nb/").PageAsync()).QuerySelector("link[href*='app.']")!.GetAttribute("href")!;
        var sheet = await (await site.GetAsync(address)).Content.ReadAsStringAsync();

        Assert.Equal(listed.Order(), beside.Order());
        Assert.StartsWith("@layer ground, ", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("/*", sheet, StringComparison.Ordinal);
        Assert.Equal(listed.Count, sheet.Split("\n}\n").Length - 1);
        Assert.Equal(sheet.Count(mark => mark == '{'), sheet.Count(mark => mark == '}'));
    }

    /// <summary>One set for all (Styles.targets): a size of its own would let one part of a page change before its neighbour.</summary>
    [Fact]
    public async Task Where_the_layout_changes_is_said_by_name_and_browsers_are_told_the_size()
    {
        var root = Path.Combine(TestContent.Root(), "src", "TenkTanken.Web");
        var sources = Directory.EnumerateFiles(Path.Combine(root, "Layout"), "*.css")
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "Features"), "*.css", SearchOption.AllDirectories));
        var sheet = await (await site.GetAsync((await site.GetAsync("/nb/").PageAsync()).QuerySelector("link[href*='app.']")!.GetAttribute("href")!))
            .Content.ReadAsStringAsync();

        Assert.All(sources, file => Assert.DoesNotMatch("@media[^{]*(width|height)", File.ReadAllText(file)));
        Assert.Contains("@media (min-width: ", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("(--", Regex.Replace(sheet, @"var\(--", ""), StringComparison.Ordinal);
    }
}
