using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TenkTanken.Web.Layout;
using Xunit;

namespace TenkTanken.Web.Tests.Layout;

public sealed partial class IconTests(TestSite site)
{
    private static readonly string Web = Path.Combine(TestContent.Root(), "src", "TenkTanken.Web");

    /// <summary>One that is asked for and not brought in would be missing without a word; one that is brought in for nothing is ballast.</summary>
    [Fact]
    public async Task Every_icon_a_page_asks_for_is_in_the_file_and_no_other()
    {
        var address = (await site.GetAsync("/nb/").PageAsync()).QuerySelector("svg.icon use")!.GetAttribute("href")!.Split('#')[0];
        var file = await site.GetAsync(address);

        // By name in the markup, or chosen in code from the words around it.
        var asked = Directory.EnumerateFiles(Web, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".razor"
                or ".cs" && !path.Contains("node_modules", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .Where(code => code.Contains("Icon", StringComparison.Ordinal))
            .SelectMany(code => IconName().Matches(code).Select(match => match.Groups["name"].Value))
            .Distinct();

        var there = XDocument.Parse(await file.Content.ReadAsStringAsync()).Root!.Elements().ToList();
        Assert.Equal(asked.Order(), there.Select(symbol => symbol.Attribute("id")!.Value).Order());
        Assert.All(there, symbol => Assert.All(symbol.Elements(), path => Assert.Equal("currentColor", path.Attribute("fill")!.Value)));
    }

    [Fact]
    public async Task An_icon_is_not_read_out()
    {
        var icons = (await site.GetAsync("/nb/tegn").PageAsync()).QuerySelectorAll("svg.icon");

        Assert.NotEmpty(icons);
        Assert.All(icons, icon => Assert.Equal("true", icon.GetAttribute("aria-hidden")));
    }

    [Fact]
    public void Without_npm_nothing_takes_its_place()
    {
        using var context = new BunitContext();
        context.Services.AddSingleton(TestContent.NoFiles);

        var icon = context.Render<Icon>(parameters => parameters.Add(icon => icon.Name, "Phone"));

        Assert.Empty(icon.Markup);
    }

    [GeneratedRegex("""Icon(?: Name)?="(?<name>[A-Z]\w+)"|(?:=>|\] =|,|\?|:) "(?<name>[A-Z][A-Za-z0-9]{2,})"(?=[,;)]|\s*\}|\s:)""")]
    private static partial Regex IconName();
}
