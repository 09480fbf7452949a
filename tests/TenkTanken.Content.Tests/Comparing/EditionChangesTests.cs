using TenkTanken.Content.Comparing;
using Xunit;

namespace TenkTanken.Content.Tests.Comparing;

public sealed class EditionChangesTests
{
    private const string About = ContentCopy.Draft + "/nb/about.md";
    private const string Checklist = ContentCopy.Draft + "/nb/checklist.md";
    private const string Structure = ContentCopy.Draft + "/edition.yaml";

    [Fact]
    public void The_same_words_are_no_change()
    {
        using var content = ContentCopy.WithDraft();

        Assert.True(ChangesIn(content).IsEmpty);
    }

    [Fact]
    public void A_heading_that_is_new_is_added()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(About, "\n## Nytt {#new-heading}\n\nNoe.\n");

        var (page, section) = OnlyChangeIn(content);

        Assert.Equal(("about", EditionChange.Reworded, false), (page.Id, page.Kind, page.TitleReworded || page.IntroReworded));
        Assert.Equal(("new-heading", EditionChange.Added, "Nytt"), (section.Id, section.Kind, section.After!.Title));
        Assert.Null(section.Before);
    }

    [Fact]
    public void What_the_page_of_changes_says_of_an_edition_is_no_change()
    {
        using var content = ContentCopy.WithDraft();
        content.Append($"{ContentCopy.Draft}/nb/changes.md", "\n## Utgave 2027-1 {#edition-2027-1}\n\nNoe er nytt.\n");

        Assert.True(ChangesIn(content).IsEmpty);
    }

    [Fact]
    public void A_heading_that_is_gone_is_taken_away()
    {
        using var content = ContentCopy.WithDraft();
        content.Append($"{ContentCopy.Edition}/nb/about.md", "\n## Gammelt {#old-heading}\n\nNoe.\n");
        content.Lock("2026-1");
        content.Replace(Structure, "status: draft\n", "status: draft\ntaken-away: [old-heading]\n");

        var (_, section) = OnlyChangeIn(content);

        Assert.Equal(("old-heading", EditionChange.TakenAway, "Gammelt"), (section.Id, section.Kind, section.Before!.Title));
        Assert.Null(section.After);
    }

    [Fact]
    public void A_heading_with_other_words_is_reworded()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(About, "## Hva dette er {#what-this-is}", "## Hva dette kan være {#what-this-is}");

        var (_, section) = OnlyChangeIn(content);

        Assert.Equal((EditionChange.Reworded, true), (section.Kind, section.TitleReworded));
        Assert.Equal(("Hva dette er", "Hva dette kan være"), (section.Before!.Title, section.After!.Title));
    }

    [Fact]
    public void A_text_with_other_words_is_reworded_below_the_same_heading()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(About, "{#what-this-is}\n\n", "{#what-this-is}\n\nEn setning til. ");

        var (_, section) = OnlyChangeIn(content);

        Assert.Equal((EditionChange.Reworded, false), (section.Kind, section.TitleReworded));
    }

    [Fact]
    public void Something_to_choose_that_came_in_is_told_at_its_case()
    {
        using var content = ContentCopy.WithDraft();
        content.Append($"{ContentCopy.Draft}/nb/situations.md", "\n::: choices\n- A\n- B\n- C\n:::\n");

        var (page, section) = OnlyChangeIn(content);

        Assert.Equal(("situations", "case-car-wash", EditionChange.Reworded, false), (page.Id, section.Id, section.Kind, section.TitleReworded));
        Assert.DoesNotContain(section.Before!.Parts, part => part.Kind == PartKind.Choices);
        Assert.Contains(section.After!.Parts, part => part.Kind == PartKind.Choices);
    }

    [Theory]
    [InlineData("title: ", "title: Mer ")]
    [InlineData("\n---\n\n", "\n---\n\nEn setning til. ")]
    public void The_top_of_a_page_is_reworded_without_its_headings(string old, string @new)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace($"{ContentCopy.Draft}/nb/conversation.md", old, @new);

        var page = Assert.Single(ChangesIn(content).Pages);

        Assert.Equal(("conversation", EditionChange.Reworded, true), (page.Id, page.Kind, page.TitleReworded || page.IntroReworded));
        Assert.Empty(page.Sections);
    }

    [Fact]
    public void A_page_is_added_and_another_taken_away()
    {
        using var content = ContentCopy.WithDraft();
        const string page = "---\nslug: ny\ntitle: Ny\ndescription: Noe.\n---\n\nNoe.\n";
        content.Replace(Structure, "  - id: privacy\n", "  - id: new-page\n    kind: article\n  - id: privacy\n");
        content.Replace(Structure, "status: draft\n", "status: draft\ntaken-away: [old-page]\n");
        content.Write($"{ContentCopy.Draft}/nb/new-page.md", page);
        content.Replace($"{ContentCopy.Edition}/edition.yaml", "  - id: privacy\n", "  - id: old-page\n    kind: article\n  - id: privacy\n");
        content.Write($"{ContentCopy.Edition}/nb/old-page.md", page);
        content.Lock("2026-1");

        Assert.Equal([("new-page", EditionChange.Added), ("old-page", EditionChange.TakenAway)],
            ChangesIn(content).Pages.Select(change => (change.Id, change.Kind)));
    }

    [Fact]
    public void Signs_are_told_of_by_themselves()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Checklist, "Senk tempoet.", "Senk farten.");
        content.Replace(Checklist, "### Stoler ikke på ansatte i hjelpeapparatet", "### Stoler ikke på de ansatte");
        content.Replace(Checklist, "## Hvis du", "### Nytt {#never-alone}\n\n::: why\nA\n:::\n\n::: ordinary\n- B\n:::\n\n::: next\nC\n:::\n\n## Hvis du");
        content.Replace(Structure, "  - id: from-known-country\n", "  - id: never-alone\n    matters: []\n  - id: from-known-country\n");

        var changes = ChangesIn(content);

        Assert.Empty(changes.Pages);
        Assert.Equal(
            [("fear-or-stress", EditionChange.Reworded, false), ("distrust-of-staff", EditionChange.Reworded, true),
                ("never-alone", EditionChange.Added, true)],
            changes.Signs.Select(sign => (sign.Id, sign.Kind, sign.TitleReworded)));
        Assert.Equal("never-alone", changes.OfSign("never-alone")?.Id);
        Assert.Null(changes.OfSign("degrading-housing"));
        Assert.Null(changes.OfSign("no-such-sign"));
    }

    [Fact]
    public void A_sign_that_is_taken_away_is_told_of_last()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Checklist, "Senk tempoet.", "Senk farten.");
        var (older, newer) = EditionsIn(content);

        var changes = EditionChanges.Between(newer, older with { Signs = [.. older.Signs.Skip(1)] }, new Language("nb", "Bokmål"));

        Assert.Equal([("fear-or-stress", EditionChange.TakenAway)], changes.Signs.Select(sign => (sign.Id, sign.Kind)));
    }

    [Fact]
    public void A_heading_that_moved_to_another_page_is_no_change()
    {
        using var content = ContentCopy.WithDraft();
        content.Append($"{ContentCopy.Edition}/nb/about.md", "\n## Likt {#moved-heading}\n\nNoe.\n");
        content.Append($"{ContentCopy.Draft}/nb/privacy.md", "\n## Likt {#moved-heading}\n\nNoe.\n");
        content.Lock("2026-1");

        Assert.True(ChangesIn(content).IsEmpty);
    }

    [Fact]
    public void One_that_moved_and_says_something_else_is_reworded_where_it_is_now()
    {
        using var content = ContentCopy.WithDraft();
        content.Append($"{ContentCopy.Edition}/nb/about.md", "\n## Likt {#moved-heading}\n\nNoe.\n");
        content.Append($"{ContentCopy.Draft}/nb/privacy.md", "\n## Likt {#moved-heading}\n\nNoe annet.\n");
        content.Lock("2026-1");

        var (page, section) = OnlyChangeIn(content);

        Assert.Equal(("privacy", "moved-heading", EditionChange.Reworded), (page.Id, section.Id, section.Kind));
    }

    [Fact]
    public void Where_lines_break_and_how_they_end_is_no_change()
    {
        using var content = ContentCopy.WithDraft();
        content.Write(About, content.Read(About).Replace(". ", ".\n", StringComparison.Ordinal).Replace("\n\n", "\n\n\n", StringComparison.Ordinal)
            .ReplaceLineEndings("\r\n"));
        Assert.NotEqual(content.Read($"{ContentCopy.Edition}/nb/about.md").ReplaceLineEndings("\r\n"), content.Read(About));

        Assert.True(ChangesIn(content).IsEmpty);
    }

    [Fact]
    public void An_edition_that_lacks_the_language_is_compared_in_one_both_have_and_told_in_the_readers()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        const string nynorsk = ContentCopy.Draft + "/nn/about.md";
        content.Append(About, "\n## Nytt {#new-heading}\n\nNoe.\n");
        content.Append(nynorsk, "\n## Nyare {#new-heading}\n\nNoko.\n");
        content.Replace(About, "## Hva dette er {#what-this-is}", "## Hva dette kan være {#what-this-is}");
        var (older, newer) = EditionsIn(content);
        var onlyBokmål = older with { ByLanguage = older.ByLanguage.Where(words => words.Key == "nb").ToDictionary() };

        var changes = EditionChanges.Between(onlyBokmål, newer, new Language("nn", "Nynorsk"));

        var page = Assert.Single(changes.Pages);
        Assert.Equal("nn", page.After!.Language);
        Assert.Equal(["what-this-is", "new-heading"], page.Sections.Select(section => section.Id));
        Assert.Equal(("Hva dette er", newer.ByLanguage["nn"].Section("what-this-is")!.Title), (page.Sections[0].Before!.Title, page.Sections[0].After!.Title));
        Assert.Equal("Nyare", page.Sections[1].After!.Title);
    }

    [Fact]
    public void A_language_that_only_the_newer_has_is_no_change()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        var (older, newer) = EditionsIn(content);
        var onlyBokmål = older with { ByLanguage = older.ByLanguage.Where(words => words.Key == "nb").ToDictionary() };

        Assert.True(EditionChanges.Between(onlyBokmål, newer, new Language("nn", "Nynorsk")).IsEmpty);
    }

    [Fact]
    public void What_changed_over_three_editions_is_told_from_each_to_the_next_and_from_the_first_to_the_last()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Checklist, "Senk tempoet.", "Senk farten.");
        foreach (var path in Directory.EnumerateFiles(content.PathOf(ContentCopy.Draft), "*", SearchOption.AllDirectories))
        {
            content.Write($"editions/2026-10/{Path.GetRelativePath(content.PathOf(ContentCopy.Draft), path)}", File.ReadAllText(path));
        }

        content.Replace("editions/2026-10/edition.yaml", "previous: \"2026-1\"", "previous: \"2026-9\"");
        content.Replace("editions/2026-10/nb/checklist.md", "Be om å få snakke", "Be om å snakke");
        var library = content.Load().Library!;

        var last = library.Editions["2026-10"];
        Assert.Equal(["2026-9", "2026-1"], library.Before(last).Select(edition => edition.Id));
        Assert.Equal(["controlled-by-others"], Signs("2026-9", "2026-10"));
        Assert.Equal(["fear-or-stress"], Signs("2026-1", "2026-9"));
        Assert.Equal(["fear-or-stress", "controlled-by-others"], Signs("2026-1", "2026-10"));

        IEnumerable<string> Signs(string older, string newer) =>
            EditionChanges.Between(library.Editions[older], library.Editions[newer], library.Site.DefaultLanguage).Signs.Select(sign => sign.Id);
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public void Since_an_edition_in_one_language_every_sign_was_reworded_and_none_vanished(string code)
    {
        var library = ContentLoader.Load(Repository.Content).Library!;
        var language = library.Site.Language(code)!;
        var newer = library.Editions["2026-1"];

        var changes = EditionChanges.Between(library.Editions["2016"], newer, language);

        Assert.Equal(newer.Signs, changes.Signs.Select(sign => sign.Id));
        Assert.NotEmpty(changes.Signs);
        Assert.All(changes.Signs, sign => Assert.Equal(EditionChange.Reworded, sign.Kind));
        Assert.All(changes.Signs, sign => Assert.Equal(((EditionWords)newer.In(language)).Checklist.Sign(sign.Id)!.Title, sign.After!.Title));
        Assert.DoesNotContain(changes.Pages,
            page => page.Kind == EditionChange.TakenAway || page.Sections.Any(section => section.Kind == EditionChange.TakenAway));
    }

    private static (PageChange Page, SectionChange Section) OnlyChangeIn(ContentCopy content)
    {
        var changes = ChangesIn(content);
        Assert.Empty(changes.Signs);
        var page = Assert.Single(changes.Pages);

        return (page, Assert.Single(page.Sections));
    }

    private static EditionChanges ChangesIn(ContentCopy content)
    {
        var (older, newer) = EditionsIn(content);

        return EditionChanges.Between(older, newer, new Language("nb", "Bokmål"));
    }

    private static (Edition Older, Edition Newer) EditionsIn(ContentCopy content)
    {
        var loaded = content.Load();
        Assert.Empty(loaded.Problems);

        return (loaded.Library!.Editions["2026-1"], loaded.Library.Editions["2026-9"]);
    }
}
