using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace TenkTanken.Web.Tests.Layout;

public sealed partial class DesignSystemTests(TestSite site)
{
    /// <summary>What every page stands on, whichever classes it has.</summary>
    private static readonly string[] Ground = ["base", "data-size-workaround"];

    /// <summary>One that is used and not brought in would look like nothing; one that is brought in for nothing is ballast for every visitor.</summary>
    [Fact]
    public async Task Of_the_design_system_the_parts_are_brought_in_that_are_used_and_no_other()
    {
        var used = SourceFile.Below("src/TenkTanken.Web", ".razor", ".cs")
            .SelectMany(file => ClassName().Matches(file.Text).Select(match => match.Groups["part"].Value))
            .Distinct().ToList();
        var listed = XDocument.Load(Path.Combine(TestContent.Root(), "src", "TenkTanken.Web", "Npm.targets")).Descendants("DesignSystemPart")
            .SelectMany(parts => parts.Attribute("Include")!.Value.Split(';'));
        var address = (await site.GetAsync("/nb/").PageAsync()).QuerySelector("link[href*='vendor/designsystemet.']")!.GetAttribute("href")!;
        var sheet = await (await site.GetAsync(address)).Content.ReadAsStringAsync();

        Assert.Equal(used.Order(), listed.Except(Ground).Order());
        Assert.StartsWith("@layer ds.theme, ds.base, ds.components;@layer ds.base{", sheet, StringComparison.Ordinal);
        Assert.All(used, part => Assert.Contains($".ds-{part}{{", sheet, StringComparison.Ordinal));
        Assert.Equal(sheet.Count(mark => mark == '{'), sheet.Count(mark => mark == '}'));
    }

    [GeneratedRegex("""["' ]ds-(?<part>[a-z]+)\b(?!-)""")]
    private static partial Regex ClassName();
}
