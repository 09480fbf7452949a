using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bunit;
using TenkTanken.Web.Layout;
using Xunit;

namespace TenkTanken.Web.Tests.Layout;

public sealed partial class IconTests : BunitContext
{
    private static readonly string Web = Path.Combine(TestContent.Root(), "src", "TenkTanken.Web");

    /// <summary>One that is asked for and not brought in would be missing without a word; one that is brought in for nothing is ballast.</summary>
    [Fact]
    public void Every_icon_a_page_asks_for_is_brought_in_and_no_other()
    {
        var brought = XDocument.Load(Path.Combine(Web, "Npm.targets")).Descendants("IconName").Single().Attribute("Include")!.Value
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        // By name in the markup, or chosen in code from the words around it.
        var asked = Directory.EnumerateFiles(Web, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs" && !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .Where(code => code.Contains("Icon", StringComparison.Ordinal))
            .SelectMany(code => IconName().Matches(code).Select(match => match.Groups["name"].Value))
            .Distinct();

        Assert.Equal(brought.Order(), asked.Order());
        Assert.All(brought, name => Assert.NotNull(Pictures.Icon(name)));
    }

    [Fact]
    public void An_icon_takes_the_colour_of_the_words_beside_it_and_is_not_read_out()
    {
        var icon = Render<Icon>(parameters => parameters.Add(icon => icon.Name, "Phone")).Find("svg.icon");

        Assert.Equal("true", icon.GetAttribute("aria-hidden"));
        Assert.Equal("0 0 24 24", icon.GetAttribute("viewBox"));
        Assert.Contains("currentColor", icon.InnerHtml);
    }

    [Fact]
    public void Without_npm_nothing_takes_its_place()
    {
        var icon = Render<Icon>(parameters => parameters.Add(icon => icon.Name, "NotBroughtIn"));

        Assert.Empty(icon.Markup);
    }

    [GeneratedRegex("""<Icon Name="(?<name>[A-Z]\w+)"|(?:=>|\] =|,|\?\?) "(?<name>[A-Z][A-Za-z0-9]{2,})"(?=[,;)]|\s*\})""")]
    private static partial Regex IconName();
}
