using System.Text.RegularExpressions;
using Xunit;

namespace TenkTanken.Browser.Tests.Gallery;

/// <summary>What the README and the guides show is what the command takes, so that no picture is older than the look.</summary>
public sealed partial class DocsPictureTests
{
    private static readonly IReadOnlyList<string> Guides =
    [
        Path.Combine(Folders.Root, "README.md"),
        .. Directory.EnumerateFiles(Path.Combine(Folders.Root, "docs"), "*.md", SearchOption.AllDirectories),
    ];

    [Fact]
    public void Every_picture_that_is_shown_is_one_the_command_takes_and_is_there_with_words_for_those_who_do_not_see_it()
    {
        var shown = Guides.SelectMany(guide => Shown().Matches(File.ReadAllText(guide)).Select(picture => (
            Words: picture.Groups["words"].Value,
            File: Path.GetFullPath(picture.Groups["file"].Value, Path.GetDirectoryName(guide)!)))).ToList();

        Assert.Equal(DocsPicture.All.Select(picture => picture.File).Order(), shown.Select(picture => picture.File).Distinct().Order());
        Assert.All(shown, picture => Assert.True(File.Exists(picture.File), $"There is no {picture.File}. `tests/gallery` takes it."));
        Assert.All(shown, picture => Assert.NotEqual("", picture.Words.Trim()));
        // Pictures in HTML would go past all this.
        Assert.All(Guides, guide => Assert.DoesNotContain("<img", File.ReadAllText(guide), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_other_picture_lies_there_and_together_they_are_quickly_fetched()
    {
        var there = new DirectoryInfo(DocsPicture.Folder).GetFiles();

        Assert.Equal(DocsPicture.All.Select(picture => picture.File).Order(), there.Select(file => file.FullName).Order());
        Assert.InRange(there.Sum(file => file.Length), 1, 600_000);
    }

    [GeneratedRegex(@"!\[(?<words>[^\]]*)\]\((?<file>[^)\s]+)[^)]*\)")]
    private static partial Regex Shown();
}
