using System.Diagnostics;
using TenkTanken.Web.Hosting.ContentFolder;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.ContentFolder;

/// <summary>A look at the folder sees every change the loader could see, and is caught by nothing that lies there.</summary>
public sealed class ContentFingerprintTests : IDisposable
{
    private const string Texts = "texts/nb.yaml";

    private readonly TemporaryContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void A_picture_of_the_same_is_the_same_wherever_it_lies()
    {
        using var copy = new TemporaryContent();

        Assert.True(Compute().IsSameAs(ContentFingerprint.Of(copy.Folder)));
        Assert.Matches("^[0-9a-f]{32}$", Compute().Value);
        Assert.Contains(Texts, Compute().Files);
    }

    [Fact]
    public void An_edit_of_the_same_length_at_the_same_time_is_seen()
    {
        var before = Compute();
        var time = File.GetLastWriteTimeUtc(_content.PathOf(Texts));

        _content.Replace(Texts, "Forlat", "Verlat");
        File.SetLastWriteTimeUtc(_content.PathOf(Texts), time);

        Assert.False(Compute().IsSameAs(before));
    }

    [Fact]
    public void One_file_is_not_taken_for_two()
    {
        File.WriteAllText(_content.PathOf("texts/x.yaml"), "one");
        File.WriteAllText(_content.PathOf("texts/y.yaml"), "two");
        var before = Compute();

        // Its words, and then the name and the words of the other as the checksum takes them.
        File.WriteAllText(_content.PathOf("texts/x.yaml"), "one\f\0\0\0texts/y.yamltwo");
        File.Delete(_content.PathOf("texts/y.yaml"));

        Assert.NotEqual(before.Value, Compute().Value);
    }

    [Theory]
    [InlineData("an empty folder")]
    [InlineData("an empty file")]
    [InlineData("a file too large")]
    [InlineData("a file in the place of another's link")]
    [InlineData("a file that leads nowhere")]
    public void What_no_copy_has_is_seen_and_leaves_the_words_as_they_are(string what)
    {
        var before = Compute();

        switch (what)
        {
            case "an empty folder":
                Directory.CreateDirectory(_content.PathOf("editions/new"));
                break;
            case "an empty file":
                File.WriteAllText(_content.PathOf("facts/new.yaml"), "");
                break;
            case "a file too large":
                File.WriteAllText(_content.PathOf("facts/new.yaml"), new string('#', 70_000));
                break;
            case "a file in the place of another's link":
                File.Move(_content.PathOf(Texts), _content.PathOf("nb.txt"));
                File.CreateSymbolicLink(_content.PathOf(Texts), "../nb.txt");
                break;
            default:
                File.CreateSymbolicLink(_content.PathOf("facts/new.yaml"), "nowhere");
                break;
        }

        Assert.False(Compute().IsSameAs(before));
        Assert.Equal(before.Value, Compute().Value);
    }

    [Fact]
    public void A_change_behind_a_link_is_seen()
    {
        Directory.Move(_content.PathOf("texts"), _content.PathOf(".mounted"));
        Directory.CreateSymbolicLink(_content.PathOf("texts"), ".mounted");
        var before = Compute();

        _content.Replace(Texts, "Forlat", "Verlat");

        Assert.Contains(Texts, before.Files);
        Assert.NotEqual(before.Value, Compute().Value);
    }

    [Fact]
    public void A_link_in_a_circle_ends()
    {
        Directory.CreateSymbolicLink(_content.PathOf("editions/circle"), "..");
        File.CreateSymbolicLink(_content.PathOf("facts/itself.yaml"), "itself.yaml");

        Assert.Contains(Texts, Compute().Files);
    }

    [Fact]
    public async Task A_pipe_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        using var make = Process.Start("mkfifo", [_content.PathOf("facts/pipe.yaml")]);
        await make.WaitForExitAsync();
        Assert.True(File.Exists(_content.PathOf("facts/pipe.yaml")));

        var fingerprint = await Task.Run(Compute).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.DoesNotContain("facts/pipe.yaml", fingerprint.Files);
    }

    [Fact]
    public void Without_site_yaml_the_folder_may_be_any_and_is_not_searched()
    {
        File.Delete(_content.PathOf("site.yaml"));

        Assert.Empty(Compute().Files);
    }

    private ContentFingerprint Compute() => ContentFingerprint.Of(_content.Folder);
}
