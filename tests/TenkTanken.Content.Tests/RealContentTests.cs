using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace TenkTanken.Content.Tests;

public sealed partial class RealContentTests
{
    private static readonly ContentLibrary Library = Load();

    private static readonly EditionWords Words = Library.CurrentIn(Library.Site.DefaultLanguage);

    [Fact]
    public void The_real_content_has_no_problem()
    {
        var content = ContentLoader.Load(Repository.Content);

        Assert.Empty(content.Problems);
        Assert.NotNull(content.Library);
    }

    [Fact]
    public void Every_address_of_the_plan_has_its_page()
    {
        string[] planned =
        [
            "", "hva-er-det", "tegn", "samtale", "vaer-klar-over", "eksempel", "situasjoner", "ov", "kontakter", "om",
            "personvern", "sjekkliste", "kom-tilbake", "plikter", "endringer",
        ];

        Assert.Equal(planned.Order(), Words.Pages.Select(page => page.Slug).Order());
    }

    [Fact]
    public void The_nine_signs_keep_their_ids_for_ever()
    {
        string[] ids =
        [
            "fear-or-stress", "controlled-by-others", "distrust-of-staff", "injuries-or-infections", "no-control-of-papers",
            "no-access-to-income", "seen-at-known-places", "degrading-housing", "from-known-country",
        ];

        Assert.Equal(ids, Words.Checklist.Signs.Select(sign => sign.Id));
    }

    [Fact]
    public void Only_the_place_and_the_country_are_context_only()
    {
        var contextOnly = Words.Checklist.Signs.Where(sign => sign.ContextOnly).Select(sign => sign.Id);

        Assert.Equal(["seen-at-known-places", "from-known-country"], contextOnly);
    }

    [Fact]
    public void Every_sign_stands_beside_its_ordinary_explanations_and_a_next_safe_step()
    {
        Assert.All(Words.Checklist.Signs, sign =>
        {
            Assert.False(sign.Why.IsEmpty);
            Assert.Contains("<li>", sign.Ordinary.Value);
            Assert.False(sign.Next.IsEmpty);
        });
    }

    [Fact]
    public void Guide_notes_example_and_situations_have_all_their_parts()
    {
        Assert.Equal(9, Words.The(PageKind.Conversation).Sections.Count);
        Assert.Equal(5, Words.The(PageKind.Notes).Sections.Count);
        Assert.Equal(9, Words.The(PageKind.Dialogue).Sections.Count);
        Assert.Equal(4, Words.The(PageKind.Cases).Sections.Count);
    }

    [Fact]
    public void Every_situation_can_be_practised_on()
    {
        Assert.Equal(4, Words.Cases.Count);
        Assert.All(Words.Cases, situation =>
        {
            Assert.NotEmpty(situation.Seen);
            Assert.All(situation.Seen, seen => Assert.NotNull(Words.Checklist.Sign(seen.Key)));
            Assert.False(situation.Story.IsEmpty || situation.Wonder.IsEmpty || situation.Ordinary.IsEmpty || situation.Next.IsEmpty);
        });
    }

    [Fact]
    public void Every_sign_that_means_something_alone_brings_steps_or_notes_along()
    {
        Assert.All(Words.Checklist.Signs.Where(sign => !sign.ContextOnly), sign => Assert.NotEmpty(sign.Matters));
    }

    [Fact]
    public void No_page_spells_a_phone_or_section_number_itself()
    {
        // Eight digits in a row or in the usual groups, five-digit numbers, the short emergency numbers, a paragraph sign.
        Assert.Matches(PhoneOrSection(), "ring 22 33 11 60");
        Assert.Matches(PhoneOrSection(), "straffeloven § 257");

        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Content, "editions"), "*.md", SearchOption.AllDirectories))
        {
            Assert.DoesNotMatch(PhoneOrSection(), File.ReadAllText(file));
        }
    }

    [Fact]
    public void Large_words_and_addresses_never_name_the_subject()
    {
        Assert.Matches(Subject(), "Hva er menneskehandel?");

        foreach (var page in Words.Pages)
        {
            Assert.DoesNotMatch(Subject(), page.Title);
            Assert.DoesNotMatch(Subject(), page.Slug);
            Assert.All(page.Sections.SelectMany(section => section.Sections.Prepend(section)), section => Assert.DoesNotMatch(Subject(), section.Title));
        }
    }

    [Fact]
    public void The_voice_of_2016_is_told_and_never_quoted()
    {
        var voice = Words.Page("what-it-is")!.Section("voice-2016")!;
        var told = string.Concat(voice.Sections.Select(section => section.Body.Value));

        Assert.Contains("april 2016", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('«', told);
        Assert.DoesNotContain('"', told);
        Assert.DoesNotMatch(@"\bjeg\b", told);
    }

    [Fact]
    public void The_brochures_own_sentences_are_not_in_the_content()
    {
        // The brochure is not ours to keep here, so its runs of six words stand in the file as the first 64 bits of
        // their SHA-256. Its title is named as a title, on the page about the site.
        var brochure = File.ReadLines(Path.Combine(Repository.Root, "tests", "TenkTanken.Content.Tests", "brochure-runs.txt")).ToHashSet();
        const string title = "tenk tanken kan det være menneskehandel";
        Assert.Contains(Hash(title), brochure);

        foreach (var file in Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(RunsOfSix(File.ReadAllText(file)), run => run != title && brochure.Contains(Hash(run)));
        }
    }

    [Fact]
    public void Every_fact_says_its_source_and_is_checked_again_after_it_was_checked()
    {
        Assert.All(Library.Facts.Values, fact =>
        {
            Assert.NotEmpty(fact.Source);
            Assert.NotEmpty(fact.SourceAddress);
            Assert.True(fact.CheckAgain > fact.Checked);
        });
    }

    private static IEnumerable<string> RunsOfSix(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();

        return Enumerable.Range(0, Math.Max(0, words.Count - 5)).Select(start => string.Join(' ', words[start..(start + 6)]));
    }

    private static string Hash(string run) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(run)))[..16];

    private static ContentLibrary Load() =>
        ContentLoader.Load(Repository.Content) is { Library: { } library } ? library : throw new InvalidOperationException("The content has problems: see The_real_content_has_no_problem.");

    [GeneratedRegex(@"§|\b\d\d ?\d\d ?\d\d ?\d\d\b|\b\d{3} \d\d \d{3}\b|\b\d{5}\b|\b116 ?\d{3}\b|\b11[023]\b")]
    private static partial Regex PhoneOrSection();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex("menneskehandel|trafficking|utnytt|offer|mistank|slave|prostitu", RegexOptions.IgnoreCase)]
    private static partial Regex Subject();
}
