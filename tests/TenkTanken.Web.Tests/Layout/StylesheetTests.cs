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
}
