using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class EveryCaseCanBePractisedTests
{
    private const string Situations = ContentCopy.Draft + "/nb/situations.md";

    [Fact]
    public void A_case_without_anything_to_see_in_it_is_named()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Situations, "\n## Ny {#case-new}\n\nA.\n\n::: wonder\nB\n:::\n\n::: ordinary\nC\n:::\n\n::: next\nD\n:::\n");
        var line = content.LineOf(Situations, "{#case-new}");

        content.SaysInBoth(
            $"{Situations}:{line}  «case-new» har ingen «::: seen». Skriv minst én, med id-en til et tegn bak, ellers er det ingenting å øve på.",
            $"{Situations}:{line}  “case-new” has no “::: seen”. Write at least one, with the id of a sign behind it, or "
            + "there is nothing to practise on.");
    }

    [Theory]
    [InlineData("::: seen bad-housing", "bad-housing")]
    [InlineData("::: seen", "")]
    public void A_sign_there_is_not_is_named(string @new, string id)
    {
        using var content = ContentCopy.WithDraft();
        var line = content.LineOf(Situations, "::: seen degrading-housing");
        content.Replace(Situations, "::: seen degrading-housing", @new);

        content.Says($"{Situations}:{line}  Utgaven har ikke tegnet «{id}». Skriv id-en til et tegn fra edition.yaml bak «::: seen».");
    }

    [Fact]
    public void A_sign_that_is_seen_twice_in_a_case_is_named_at_the_second()
    {
        using var content = ContentCopy.WithDraft();
        var line = content.LineOf(Situations, "::: seen degrading-housing");
        content.Replace(Situations, "::: seen degrading-housing", "::: seen controlled-by-others");

        content.Says($"{Situations}:{line}  Tegnet «controlled-by-others» står to ganger under «case-car-wash». Slå dem sammen.");
    }

    [Fact]
    public void One_sign_may_be_seen_in_many_cases()
    {
        using var content = ContentCopy.WithDraft();
        Assert.True(content.Read(Situations).Split("::: seen fear-or-stress").Length > 2);

        content.Says();
    }

    [Fact]
    public void An_edition_whose_situations_are_an_article_has_nothing_to_practise_on()
    {
        using var content = new ContentCopy();

        Assert.DoesNotContain(content.Load().Problems, problem => problem is { Kind: ProblemKind.SignPartMissing, File: "editions/2016/nb/situations.md" });
    }
}
