using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace TenkTanken.Content.Tests.RealContent;

/// <summary>The brochure's facts go into the content. Its sentences, and the voice at its beginning, are not ours to print.</summary>
public sealed partial class BrochureTests
{
    [Fact]
    public void The_brochures_own_sentences_are_not_in_the_content()
    {
        // The brochure is not ours to keep here, so its runs of six words stand in the file as the first 64 bits of
        // their SHA-256. Its title is named as a title, on the page about the site.
        var brochure = File.ReadLines(Path.Combine(Repository.Root, "tests", "TenkTanken.Content.Tests", "RealContent", "brochure-runs.txt")).ToHashSet();
        const string title = "tenk tanken kan det være menneskehandel";
        Assert.Contains(Hash(title), brochure);

        foreach (var file in Directory.EnumerateFiles(Repository.RealContent, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(RunsOfSix(File.ReadAllText(file)), run => run != title && brochure.Contains(Hash(run)));
        }
    }

    [Fact]
    public void The_voice_of_2016_is_told_and_never_quoted()
    {
        var voices = Real.Library.Editions.Values
            .SelectMany(edition => edition.In(Real.Library.Site.DefaultLanguage).Pages)
            .Select(page => page.Section("voice-2016"))
            .OfType<Section>()
            .ToList();

        Assert.NotEmpty(voices);
        Assert.All(voices.SelectMany(voice => voice.Sections), told =>
        {
            Assert.DoesNotContain('«', told.Body.Value);
            Assert.DoesNotContain('"', told.Body.Value);
            Assert.DoesNotMatch(@"\bjeg\b", told.Body.Value);
        });
    }

    private static IEnumerable<string> RunsOfSix(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();

        return Enumerable.Range(0, Math.Max(0, words.Count - 5)).Select(start => string.Join(' ', words[start..(start + 6)]));
    }

    private static string Hash(string run) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(run)))[..16];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
