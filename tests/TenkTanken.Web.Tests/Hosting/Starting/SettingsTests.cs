using Microsoft.Extensions.Configuration;
using TenkTanken.Web.Hosting.Starting;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Starting;

public sealed class SettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Content:Folder"] = "content",
        ["Data:Folder"] = "data",
    };

    [Fact]
    public void Folders_are_found_from_the_application()
    {
        var root = Directory.CreateTempSubdirectory("tenktanken-settings-").FullName;

        var settings = Read(Good, root);

        Assert.Empty(settings.Faults);
        Assert.Equal(Path.Combine(root, "data"), settings.DataFolder);
        Assert.Equal(Path.Combine(root, "data-keys"), settings.Keys.Folder);
        Assert.Equal(Path.Combine(root, "content"), settings.ContentFolder);
    }

    [Fact]
    public void Nothing_has_to_be_said()
    {
        var root = Directory.CreateTempSubdirectory("tenktanken-settings-").FullName;

        var settings = Read([], root);

        Assert.Empty(settings.Faults);
        Assert.Equal(Path.Combine(root, "content"), settings.ContentFolder);
        Assert.Equal(Path.Combine(root, "data"), settings.DataFolder);
        Assert.Equal(Path.Combine(root, "data-keys"), settings.Keys.Folder);
        Assert.Null(settings.Address);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    [InlineData("True", true)]
    public void Drafts_are_seen_where_that_is_switched_on(string? said, bool editing)
    {
        var settings = Read(new() { ["Editing:Enabled"] = said }, "/root");

        Assert.Empty(settings.Faults);
        Assert.Equal(editing, settings.Editing);
    }

    [Theory]
    [InlineData("", "Editing:Enabled is empty. ")]
    [InlineData("yes", "Editing:Enabled is \"yes\". It is true or false; ")]
    public void A_switch_is_on_or_off(string said, string fault)
    {
        var settings = Read(new() { ["Editing:Enabled"] = said }, "/root");

        Assert.False(settings.Editing);
        Assert.StartsWith(fault, Assert.Single(settings.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 2_500)]
    [InlineData("1", 1)]
    [InlineData("100000", 100_000)]
    public void A_room_holds_as_many_phones_as_is_said(string? said, int most)
    {
        var settings = Read(new() { ["Workshop:MaxParticipants"] = said }, "/root");

        Assert.Empty(settings.Faults);
        Assert.Equal(most, settings.MostParticipants);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("0", "\"0\"")]
    [InlineData("-5", "\"-5\"")]
    [InlineData("2.5", "\"2.5\"")]
    [InlineData("many", "\"many\"")]
    [InlineData("100001", "\"100001\"")]
    public void How_many_phones_there_may_be_is_a_whole_number_within_bounds(string said, string named)
    {
        var settings = Read(new() { ["Workshop:MaxParticipants"] = said }, "/root");

        Assert.Equal(2_500, settings.MostParticipants);
        Assert.Equal(
            $"Workshop:MaxParticipants is {named}. It is a whole number from 1 to 100000; take it out to get 2500.",
            Assert.Single(settings.Faults));
    }

    [Theory]
    [InlineData(null, 5_000_000_000, 0)]
    [InlineData("1", 1_000_000, 0)]
    [InlineData("1000000", 1_000_000_000_000, 0)]
    [InlineData("0", 5_000_000_000, 1)]
    [InlineData("1.5 GB", 5_000_000_000, 1)]
    public void Sessions_take_as_many_megabytes_as_is_said(string? said, long most, int faults)
    {
        var settings = Read(new() { ["Data:MaxMegabytes"] = said }, "/root");

        Assert.Equal((most, faults), (settings.MostBytes, settings.Faults.Count));
    }

    [Fact]
    public void Keys_lie_beside_the_data_wherever_that_is_and_where_they_are_told_to()
    {
        var elsewhere = Directory.CreateTempSubdirectory("tenktanken-settings-").FullName;

        Assert.Equal(elsewhere + "-keys", Read(new() { ["Data:Folder"] = elsewhere }, "/root").Keys.Folder);
        Assert.Equal(elsewhere + "-keys", Read(new() { ["Data:Folder"] = elsewhere + "/" }, "/root").Keys.Folder);
        Assert.Equal("/root/named", Read(new() { ["Data:Folder"] = elsewhere, ["Data:Keys"] = "named/" }, "/root").Keys.Folder);
    }

    [Fact]
    public void Where_keys_went_when_only_the_data_was_named_is_known()
    {
        var root = Directory.CreateTempSubdirectory("tenktanken-settings-").FullName;
        var data = Directory.CreateTempSubdirectory("tenktanken-settings-").FullName;
        var before = Directory.CreateDirectory(Path.Combine(root, "data", "keys")).FullName;
        File.WriteAllBytes(Path.Combine(before, "2026-12.key"), new byte[32]);
        File.WriteAllBytes(Path.Combine(data, "tenktanken.db"), []);

        var settings = Read(new() { ["Data:Folder"] = data }, root);

        Assert.Equal(before, settings.Keys.Folder);
        Assert.Equal(data + "-keys", settings.Keys.Wanted);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("/..")]
    public void A_root_has_no_place_beside_it(string data)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There they are called otherwise.");

        Assert.StartsWith("Data:Folder is /, ", Assert.Single(Read(new() { ["Data:Folder"] = data }, "/root").Faults), StringComparison.Ordinal);
        Assert.Empty(Read(new() { ["Data:Folder"] = data, ["Data:Keys"] = "/keys" }, "/root").Faults);
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
                ["Site:Address"] = "tenktanken.example",
                ["Site:Adress"] = "https://tenktanken.example",
                ["Workshop:MaxParticipants"] = "many",
                ["Workshop:Participants"] = "100",
            },
            "/root");

        Assert.Equal(9, settings.Faults.Count);
        Assert.All(
            [
                "Content:Folder", "Data:Folder", "Data:Keys", "Data:Foldr", "Content:Colour", "Site:Address", "Site:Adress",
                "Workshop:MaxParticipants", "Workshop:Participants",
            ],
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
