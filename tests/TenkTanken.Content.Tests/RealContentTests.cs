using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TenkTanken.Content.Checking;
using TenkTanken.Content.Checking.Rules;
using Xunit;

namespace TenkTanken.Content.Tests;

public sealed partial class RealContentTests
{
    private static readonly ContentLibrary Library = Load();

    private static readonly EditionWords Words = Library.CurrentIn(Library.Site.DefaultLanguage);

    public static TheoryData<string> Languages => [.. Library.Site.Languages.Select(language => language.Code)];

    [Fact]
    public void The_real_content_has_no_problem_and_needs_no_advice()
    {
        // On a day that never changes: facts grow old by themselves, and a test that a date turns red stops everybody's
        // work. `tenk check` tells of them, and so does the page that shows one.
        var content = ContentLoader.Load(Repository.Content, new DateOnly(2026, 11, 25));

        Assert.Empty(content.Problems);
        Assert.NotNull(content.Library);
    }

    [Fact]
    public void The_site_speaks_three_languages()
    {
        Assert.Equal(["nb", "nn", "en"], Library.Site.Languages.Select(language => language.Code));
        Assert.Equal(["en", "nb", "nn"], Library.Current.Words.Keys.Order());
        Assert.Equal(["en", "nb", "nn"], Library.Texts.Keys.Order());
        Assert.All(Library.Facts.Values, fact => Assert.Equal(["en", "nb", "nn"], fact.Words.Keys.Order()));
    }

    [Fact]
    public void Every_address_of_the_plan_has_its_page()
    {
        string[] planned =
        [
            "", "hva-er-det", "tegn", "samtale", "vaer-klar-over", "eksempel", "situasjoner", "ov", "kontakter", "om",
            "personvern", "sjekkliste", "kom-tilbake", "plikter", "endringer", "ordliste", "tilgjengelighet",
        ];

        Assert.Equal(planned.Order(), Words.Pages.Select(page => page.Slug).Order());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_nine_signs_keep_their_ids_for_ever(string language)
    {
        string[] ids =
        [
            "fear-or-stress", "controlled-by-others", "distrust-of-staff", "injuries-or-infections", "no-control-of-papers",
            "no-access-to-income", "seen-at-known-places", "degrading-housing", "from-known-country",
        ];

        Assert.Equal(ids, In(language).Checklist.Signs.Select(sign => sign.Id));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Only_the_place_and_the_country_are_context_only(string language)
    {
        var contextOnly = In(language).Checklist.Signs.Where(sign => sign.ContextOnly).Select(sign => sign.Id);

        Assert.Equal(["seen-at-known-places", "from-known-country"], contextOnly);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sign_stands_beside_its_ordinary_explanations_and_a_next_safe_step(string language)
    {
        Assert.All(In(language).Checklist.Signs, sign =>
        {
            Assert.False(sign.Why.IsEmpty);
            Assert.Contains("<li>", sign.Ordinary.Value);
            Assert.False(sign.Next.IsEmpty);
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Guide_notes_example_and_situations_have_all_their_parts(string language)
    {
        var words = In(language);

        Assert.Equal(9, words.The(PageKind.Conversation).Sections.Count);
        Assert.Equal(5, words.The(PageKind.Notes).Sections.Count);
        Assert.Equal(9, words.The(PageKind.Dialogue).Sections.Count);
        Assert.Equal(4, words.The(PageKind.Cases).Sections.Count);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_situation_can_be_practised_on(string language)
    {
        var words = In(language);

        Assert.Equal(4, words.Cases.Count);
        Assert.All(words.Cases, situation =>
        {
            Assert.NotEmpty(situation.Seen);
            Assert.All(situation.Seen, seen => Assert.NotNull(words.Checklist.Sign(seen.Key)));
            Assert.False(situation.Story.IsEmpty || situation.Wonder.IsEmpty || situation.Ordinary.IsEmpty || situation.Next.IsEmpty);
        });
    }

    [Fact]
    public void Every_sign_that_means_something_alone_brings_steps_or_notes_along()
    {
        Assert.All(Words.Checklist.Signs.Where(sign => !sign.ContextOnly), sign => Assert.NotEmpty(sign.Matters));
    }

    [Fact]
    public void Nothing_spells_a_phone_or_section_number_itself_or_says_a_word_we_avoid()
    {
        // The rules find such things: their own tests say so. Here they look at all there is, whatever another rule says.
        var problems = new ProblemList();
        var content = ContentLoader.Read(Repository.Content, null, problems)!;
        new NumbersStandInFacts().Check(content, problems);
        new UnwantedWordsStayOut().Check(content, problems);
        new LanguagesStayApart().Check(content, problems);

        Assert.NotEmpty(content.Pages);
        Assert.Equal(Library.Site.Languages.Count, content.Wordings.Count);
        Assert.All(content.Wordings, wording => Assert.False(wording.Avoid.Count == 0 || wording.ToThePerson.Count == 0 || wording.InTitles.Count == 0 || wording.AnotherLanguage.Count == 0));
        Assert.Empty(problems.InOrder());
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    public void Large_words_and_addresses_never_name_the_subject(string language)
    {
        Assert.Matches(Subject(), "Hva er menneskehandel?");

        Assert.All(LargeWords(language), words => Assert.DoesNotMatch(Subject(), words));
    }

    [Fact]
    public void Large_words_and_addresses_never_name_the_subject_in_english()
    {
        // To offer something is an ordinary thing to do in English.
        Assert.Matches(SubjectInEnglish(), "What is human trafficking?");

        Assert.All(LargeWords("en"), words => Assert.DoesNotMatch(SubjectInEnglish(), words));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sign_and_step_says_something_of_its_own_in_each_language(string language)
    {
        var others = Library.Site.Languages.Where(other => other.Code != language).Select(other => In(other.Code)).ToList();

        // A name may be the same in two languages; what explains a sign never is.
        Assert.All(In(language).Checklist.Signs, sign => Assert.DoesNotContain(sign.Why, others.Select(other => other.Checklist.Sign(sign.Id)!.Why)));
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

    private static EditionWords In(string language) => Library.CurrentIn(Library.Site.Language(language)!);

    /// <summary>Of every edition: titles, addresses and headings.</summary>
    private static List<string> LargeWords(string language)
    {
        var pages = Library.Editions.Values.Where(edition => edition.Words.ContainsKey(language)).SelectMany(edition => edition.Words[language].Pages).ToList();
        Assert.NotEmpty(pages);

        return [.. pages.SelectMany(page => page.Sections.SelectMany(section => section.Sections.Prepend(section)).Select(section => section.Title).Append(page.Title).Append(page.Slug))];
    }

    private static IEnumerable<string> RunsOfSix(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();

        return Enumerable.Range(0, Math.Max(0, words.Count - 5)).Select(start => string.Join(' ', words[start..(start + 6)]));
    }

    private static string Hash(string run) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(run)))[..16];

    private static ContentLibrary Load() =>
        ContentLoader.Load(Repository.Content) is { Library: { } library } ? library : throw new InvalidOperationException("The content has problems: see The_real_content_has_no_problem.");

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex("menneskehandel|trafficking|utnytt|offer|mistank|slave|prostitu", RegexOptions.IgnoreCase)]
    private static partial Regex Subject();

    [GeneratedRegex("trafficking|exploit|victim|slave|prostitut", RegexOptions.IgnoreCase)]
    private static partial Regex SubjectInEnglish();
}
