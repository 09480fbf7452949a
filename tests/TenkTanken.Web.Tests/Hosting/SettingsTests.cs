using Microsoft.Extensions.Configuration;
using TenkTanken.Web.Hosting;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting;

public sealed class SettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Content:Folder"] = "content",
        ["Data:Folder"] = "data",
        ["Data:Keys"] = "data/keys",
    };

    [Fact]
    public void Folders_are_found_from_the_application()
    {
        var root = Directory.CreateTempSubdirectory("tenktanken-settings-").FullName;

        var settings = Read(Good, root);

        Assert.Empty(settings.Faults);
        Assert.Equal(Path.Combine(root, "data"), settings.DataFolder);
        Assert.Equal(Path.Combine(root, "data", "keys"), settings.KeyFolder);
        Assert.Equal(Path.Combine(root, "content"), settings.ContentFolder);
    }

    [Fact]
    public void Content_is_looked_for_above_the_application_too()
    {
        var root = Directory.CreateTempSubdirectory("tenktanken-settings-").FullName;
        Directory.CreateDirectory(Path.Combine(root, "content"));
        File.WriteAllText(Path.Combine(root, "content", "site.yaml"), "");
        var application = Directory.CreateDirectory(Path.Combine(root, "src", "app")).FullName;

        var settings = Read(Good, application);

        Assert.Equal(Path.Combine(root, "content"), settings.ContentFolder);
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var settings = Read(
            new()
            {
                ["Content:Folder"] = " ",
                ["Data:Folder"] = "",
                ["Data:Keys"] = "a\0b",
                ["Data:Foldr"] = "data",
                ["Content:Colour"] = "red",
            },
            "/");

        Assert.Equal(5, settings.Faults.Count);
        Assert.All(
            ["Content:Folder", "Data:Folder", "Data:Keys", "Data:Foldr", "Content:Colour"],
            key => Assert.Contains(settings.Faults, fault => fault.StartsWith(key, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/0123456789abcdef0123456789abcdef")]
    public void The_sites_own_copy_of_the_content_is_not_taken_for_the_content(string below)
    {
        var root = Directory.CreateTempSubdirectory("tenktanken-settings-").FullName;

        var settings = Read(new(Good) { ["Content:Folder"] = $"data/last-good-content{below}" }, root);

        Assert.StartsWith("Content:Folder is ", Assert.Single(settings.Faults), StringComparison.Ordinal);
    }

    private static Settings Read(Dictionary<string, string?> values, string root) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), root);
}
