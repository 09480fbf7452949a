using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;
using Xunit;

namespace TenkTanken.Content.Tests;

/// <summary>Each kind of problem, made in a copy of the real content: the exact file and line, and nothing besides.</summary>
public sealed class ProblemTests
{
    public static TheoryData<string> Languages => [.. Problem.Languages];

    private const string Checklist = ContentCopy.Draft + "/nb/checklist.md";
    private const string Conversation = ContentCopy.Draft + "/nb/conversation.md";
    private const string Practice = ContentCopy.Draft + "/nb/practice.md";
    private const string Situations = ContentCopy.Draft + "/nb/situations.md";
    private const string Structure = ContentCopy.Draft + "/edition.yaml";
    private const string PublishedStructure = ContentCopy.Edition + "/edition.yaml";

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_kind_of_problem_has_its_words_and_no_words_are_left_over(string language)
    {
        var kinds = Enum.GetNames<ProblemKind>().Select(YamlMap.Kebab);
        var words = ProblemMessages.In(language);

        Assert.Equal(kinds.Order(), words.Keys.Order());
        Assert.All(Enum.GetValues<ProblemKind>(), kind =>
        {
            var problem = new Problem(kind, "site.yaml", 1, new Dictionary<string, string>());
            Assert.NotEmpty(words.Wrong(problem));
            Assert.NotEmpty(words.Remedy(problem));
        });
    }

    [Fact]
    public void A_problem_says_its_place_what_is_wrong_and_what_to_do()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Checklist, "{fact:health-personnel-act-23}", "{fact:hpl-23}");
        var line = content.LineOf(Checklist, "{fact:hpl-23}");

        var problem = content.OnlyProblem();

        Assert.Equal($"{Checklist}:{line}  Faktumet «hpl-23» finnes ikke i mappen facts. Rett id-en, eller legg det til der.", problem.ToString());
    }

    [Fact]
    public void All_problems_are_found_at_once()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace("site.yaml", "leave: https://www.yr.no/", "leave: https://www.yr.no/\nextra: 1");
        content.Replace("texts/nb.yaml", "  leave: Forlat siden", "  leaf: Forlat siden");
        content.Replace("facts/law.yaml", "  check-again: 2099-11-23", "  check-again: snart");
        content.Replace(Checklist, "::: why", "::: hvorfor");

        var kinds = content.Load().Problems.Select(problem => problem.Kind);

        Assert.Equal(
            [
                ProblemKind.PartMissing, ProblemKind.PartUnknown, ProblemKind.NotADate, ProblemKind.KeyUnknown,
                ProblemKind.KeyMissing, ProblemKind.KeyUnknown,
            ],
            kinds);
    }

    [Theory]
    [InlineData(ProblemKind.KeyMissing, "texts/nb.yaml", "  menu: Meny\n", "")]
    [InlineData(ProblemKind.KeyMissing, "texts/nb.yaml", "dates:", "days:", ProblemKind.KeyUnknown)]
    [InlineData(ProblemKind.KeyUnknown, "texts/nb.yaml", "  menu: Meny", "  menu: Meny\n  menyen: Meny")]
    [InlineData(ProblemKind.NotAText, "texts/nb.yaml", "  menu: Meny", "  menu: [Meny]")]
    [InlineData(ProblemKind.YamlKeyTwice, "texts/nb.yaml", "  menu: Meny", "  menu: Meny\n  menu: Meny")]
    [InlineData(ProblemKind.YamlTab, "texts/nb.yaml", "  menu: Meny", "\tmenu: Meny")]
    [InlineData(ProblemKind.NotAnAddress, "site.yaml", "leave: https://www.yr.no/", "leave: javascript:alert(1)")]
    [InlineData(ProblemKind.EditionMissing, "site.yaml", "edition: 2026-1", "edition: 2030-1")]
    [InlineData(ProblemKind.EditionMissing, PublishedStructure, "status: published", "status: draft", ProblemKind.PublishedFileChanged)]
    [InlineData(ProblemKind.NotAChoice, PublishedStructure, "status: published", "status: ferdig")]
    [InlineData(ProblemKind.NotAChoice, Structure, "status: draft", "status: ferdig")]
    [InlineData(ProblemKind.NotAChoice, Structure, "kind: notes", "kind: notater", ProblemKind.KindMissing, ProblemKind.PointsNowhere)]
    [InlineData(ProblemKind.NotAList, Structure, "menu: [signs, checklist, conversation, be-aware, contacts]", "menu: signs")]
    [InlineData(ProblemKind.NotAFlag, Structure, "    context-only: true", "    context-only: ja")]
    [InlineData(ProblemKind.PointsNowhere, Structure, "always-matters: [talk-alone,", "always-matters: [talk-together,")]
    [InlineData(ProblemKind.PointsNowhere, Structure, "menu: [signs,", "menu: [sign,")]
    [InlineData(ProblemKind.PageMissing, Structure, "  - id: about\n", "  - id: about-us\n", ProblemKind.PageNobodyNames)]
    [InlineData(ProblemKind.SignMissing, Structure, "  - id: degrading-housing\n", "  - id: bad-housing\n", ProblemKind.SignNotInEdition,
        ProblemKind.SignUnknown)]
    [InlineData(ProblemKind.IdTwice, "facts/law.yaml", "penal-code-257:", "rosa:", ProblemKind.FactUnknown)]
    [InlineData(ProblemKind.IdBroken, "facts/law.yaml", "penal-code-257:", "Straffeloven:", ProblemKind.FactUnknown)]
    [InlineData(ProblemKind.NotADate, "facts/law.yaml", "checked: 2026-11-23", "checked: 23.11.2026")]
    [InlineData(ProblemKind.NotAnAddress, "facts/contacts.yaml", "address: tel:112", "address: 112")]
    [InlineData(ProblemKind.FactUnknown, Conversation, "{fact:rosa}", "{fact:rose}")]
    [InlineData(ProblemKind.FrontMatterMissing, Conversation, "---\nslug", "slug")]
    [InlineData(ProblemKind.KeyMissing, Conversation, "title: Samtalen\n", "")]
    [InlineData(ProblemKind.HeadingWithoutId, Conversation, " {#talk-alone}", "")]
    [InlineData(ProblemKind.HeadingLevel, Conversation, "## Snakk alene", "#### Snakk alene")]
    [InlineData(ProblemKind.IdBroken, Conversation, "{#talk-alone}", "{#Talk_Alone}")]
    [InlineData(ProblemKind.IdTwice, Conversation, "{#show-that-you-care}", "{#not-now}")]
    [InlineData(ProblemKind.SlugTwice, Conversation, "slug: samtale", "slug: sjekkliste")]
    [InlineData(ProblemKind.PartMissing, Checklist, "::: next", "::: why", ProblemKind.PartUnknown)]
    [InlineData(ProblemKind.SignUnknown, Situations, "::: seen degrading-housing", "::: seen bad-housing")]
    [InlineData(ProblemKind.SignUnknown, Situations, "::: seen degrading-housing", "::: seen")]
    [InlineData(ProblemKind.SignTwice, Situations, "::: seen degrading-housing", "::: seen controlled-by-others")]
    [InlineData(ProblemKind.PartUnknown, Situations, "::: seen degrading-housing", "::: sees degrading-housing")]
    [InlineData(ProblemKind.SectionMissing, Practice, "{#take-along}", "{#taken-along}")]
    [InlineData(ProblemKind.SectionMissing, Checklist, "{#caveat}", "{#caveats}")]
    [InlineData(ProblemKind.ImageNotAllowed, Conversation, "Det aller viktigste", "![](https://example.org/a.png) Det aller viktigste")]
    [InlineData(ProblemKind.LinkUnsafe, Conversation, "Det aller viktigste", "[Det](javascript:alert(1)) aller viktigste")]
    [InlineData(ProblemKind.LinkUnsafe, Conversation, "Det aller viktigste", "[Det](//example.org) aller viktigste")]
    [InlineData(ProblemKind.LinkUnsafe, Conversation, "Det aller viktigste", "[Det](/nb/tegn) aller viktigste")]
    [InlineData(ProblemKind.LinkUnsafe, Conversation, "Det aller viktigste", "<ftp://example.org> Det aller viktigste")]
    [InlineData(ProblemKind.LinkNowhere, Conversation, "Det aller viktigste", "[Det](no-such-page.md) aller viktigste")]
    [InlineData(ProblemKind.LinkNowhere, Conversation, "Det aller viktigste", "[Det](signs.md#no-such-id) aller viktigste")]
    [InlineData(ProblemKind.LinkNowhere, Conversation, "Det aller viktigste", "[Det](../../../site.yaml) aller viktigste")]
    public void A_fault_is_named_in_its_file(ProblemKind kind, string file, string old, string @new, params ProblemKind[] follow)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(file, old, @new);

        var problems = content.Load();

        Assert.Null(problems.Library);
        Assert.Contains(problems.Problems, problem => problem.Kind == kind);
        Assert.All(problems.Problems, problem => Assert.Contains(problem.Kind, follow.Append(kind)));
    }

    [Fact]
    public void A_line_is_the_line_of_the_file_also_below_front_matter()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "Det aller viktigste", "[Det](javascript:alert(1)) aller viktigste");

        var problem = content.OnlyProblem();

        Assert.Equal((Conversation, content.LineOf(Conversation, "javascript:")), (problem.File, problem.Line));
    }

    [Theory]
    [InlineData("::: seen degrading-housing", "::: seen bad-housing", "Utgaven har ikke tegnet «bad-housing».")]
    [InlineData("::: seen degrading-housing", "::: seen controlled-by-others", "Tegnet «controlled-by-others» står to ganger under «case-car-wash».")]
    public void A_sign_that_a_situation_names_wrongly_is_named_with_its_line(string old, string @new, string words)
    {
        using var content = ContentCopy.WithDraft();
        var line = content.LineOf(Situations, old);
        content.Replace(Situations, old, @new);

        var problem = content.OnlyProblem();

        Assert.StartsWith($"{Situations}:{line}  {words}", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_situation_without_anything_to_see_in_it_is_named_with_the_line_of_its_heading()
    {
        using var content = ContentCopy.WithDraft();
        content.Write(Situations, content.Read(Situations) + "\n## Ny {#case-new}\n\nA.\n\n::: wonder\nB\n:::\n\n::: ordinary\nC\n:::\n\n::: next\nD\n:::\n");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.SignPartMissing, Situations, content.LineOf(Situations, "{#case-new}")), (problem.Kind, problem.File, problem.Line));
    }

    [Fact]
    public void A_part_above_the_first_heading_is_outside_any_section()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "## Snakk alene", "::: say\n- Hei\n:::\n\n## Snakk alene");

        var problem = content.OnlyProblem();

        Assert.Equal(ProblemKind.PartOutsideSection, problem.Kind);
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_named()
    {
        using var content = ContentCopy.WithDraft();
        File.WriteAllBytes(content.PathOf(Conversation), [0x2D, 0x2D, 0x2D, 0x0A, 0xE6]);

        Assert.Contains(content.Load().Problems, problem => problem is { Kind: ProblemKind.FileNotUtf8, File: Conversation });
    }

    [Fact]
    public void A_file_that_is_too_large_is_named_and_not_parsed()
    {
        using var content = ContentCopy.WithDraft();
        content.Write(Conversation, content.Read(Conversation) + string.Concat(Enumerable.Repeat("[a](", 64 * 1024)));

        Assert.Contains(content.Load().Problems, problem => problem is { Kind: ProblemKind.FileTooLarge, File: Conversation });
    }

    [Fact]
    public void Lists_nested_without_end_are_a_problem_and_no_crash()
    {
        using var content = ContentCopy.WithDraft();
        content.Write(Conversation, content.Read(Conversation) + "\n" + string.Concat(Enumerable.Repeat("> ", 500)) + "a\n");

        Assert.Contains(content.Load().Problems, problem => problem is { Kind: ProblemKind.MarkdownTooDeep, File: Conversation });
    }

    [Fact]
    public void A_folder_without_facts_is_named()
    {
        using var content = ContentCopy.WithDraft();
        Directory.Delete(content.PathOf("facts"), recursive: true);

        Assert.Contains(content.Load().Problems, problem => problem.Kind == ProblemKind.FactsMissing);
    }

    [Fact]
    public void A_missing_folder_is_named_with_the_setting_to_mend()
    {
        var content = ContentLoader.Load(Path.Combine(Path.GetTempPath(), "no-such-folder"));

        var problem = Assert.Single(content.Problems);
        Assert.Equal(ProblemKind.FolderMissing, problem.Kind);
        Assert.Contains("Content:Folder", problem.ToString());
    }

    [Fact]
    public void A_language_nobody_offers_is_named()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Structure, "languages: [nb]", "languages: [nb, se]");

        Assert.Contains(content.Load().Problems, problem => problem.Kind == ProblemKind.LanguageMissing);
    }

    [Fact]
    public void Byte_order_marks_and_windows_line_ends_are_no_problem()
    {
        using var content = ContentCopy.WithDraft();
        content.Write(Conversation, "\uFEFF" + content.Read(Conversation).ReplaceLineEndings("\r\n"));

        Assert.Empty(content.Load().Problems);
    }
}
