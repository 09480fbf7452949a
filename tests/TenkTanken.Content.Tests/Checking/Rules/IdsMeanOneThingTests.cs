using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class IdsMeanOneThingTests
{
    private const string Draft = ContentCopy.Draft + "/edition.yaml";
    private const string Conversation = ContentCopy.Draft + "/nb/conversation.md";
    private const string Changes = ContentCopy.Draft + "/nb/changes.md";

    [Theory]
    [InlineData("Talk_Alone")]
    [InlineData("snakk-først")]
    [InlineData("talk--alone")]
    [InlineData("a-name-that-is-longer-than-forty-letters-")]
    public void A_heading_whose_id_cannot_be_used_is_one_problem(string id)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "{#talk-alone}", $"{{#{id}}}");

        content.Says($"{Conversation}:9  Id-en «{id}» kan ikke brukes. Bruk bare små bokstaver a–z, tall og bindestrek, og høyst 40 tegn.");
    }

    [Fact]
    public void A_heading_on_two_pages_is_named_at_the_second_with_the_first()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Changes, "\n## Nytt {#talk-alone}\n");
        var line = content.LineOf(Changes, "{#talk-alone}");

        content.SaysInBoth(
            $"{Changes}:{line}  Id-en «talk-alone» er brukt før, i {Conversation}. En id betyr én ting i hele utgaven. Velg en annen.",
            $"{Changes}:{line}  The id “talk-alone” is used before, in {Conversation}. An id means one thing in the whole edition. Choose another.");
    }

    [Fact]
    public void A_page_that_is_named_twice_is_named_at_the_second()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "  - id: privacy\n", "  - id: about\n    kind: article\n  - id: privacy\n");

        content.Says($"{Draft}:{content.LineOf(Draft, "  - id: privacy") - 2}  Id-en «about» er brukt før, i {Draft}. En id betyr én ting i "
            + "hele utgaven. Velg en annen.");
    }

    [Fact]
    public void A_sign_that_is_named_twice_is_named_at_the_second()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "  - id: from-known-country\n", "  - id: fear-or-stress\n    matters: []\n  - id: from-known-country\n");

        var problem = content.OnlyProblem();

        Assert.Equal((ProblemKind.IdTwice, content.LineOf(Draft, "  - id: from-known-country") - 2), (problem.Kind, problem.Line));
    }

    [Fact]
    public void A_page_and_a_heading_may_have_the_same_id()
    {
        using var content = ContentCopy.WithDraft();
        content.Append(Changes, "\n## Nytt {#privacy}\n");

        content.Says();
    }

    [Theory]
    [InlineData("slug: samtale", "slug: Samtale", "Samtale")]
    [InlineData("slug: samtale", "slug: sam/tale", "sam/tale")]
    [InlineData("slug: samtale", "slug: utgaver", "utgaver")]
    [InlineData("slug: samtale", "slug:", "")]
    public void An_address_that_cannot_be_used_is_named(string old, string @new, string slug)
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, old, @new);

        content.Says($"{Conversation}:2  Adressen «{slug}» kan ikke brukes. Bruk bare små bokstaver a–z, tall og bindestrek, og ikke ordene "
            + "nettstedet selv bruker.");
    }

    [Fact]
    public void The_start_page_has_no_address_of_its_own()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace($"{ContentCopy.Draft}/nb/home.md", "---\n", "---\nslug: start\n");

        content.Says($"{ContentCopy.Draft}/nb/home.md:2  Adressen «start» kan ikke brukes. Bruk bare små bokstaver a–z, tall og bindestrek, "
            + "og ikke ordene nettstedet selv bruker.");
    }

    [Fact]
    public void An_address_of_two_pages_is_named_at_the_second()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Conversation, "slug: samtale", "slug: sjekkliste");

        content.Says($"{Conversation}:2  Adressen «sjekkliste» er brukt av en annen side. Velg en annen slug.");
    }

    [Fact]
    public void Two_languages_may_have_the_same_address()
    {
        using var content = ContentCopy.WithDraft("nb", "nn");
        content.Replace($"{ContentCopy.Draft}/nn/privacy.md", "slug: ", "slug: ny-");
        var slug = content.Read($"{ContentCopy.Draft}/nn/privacy.md").Split('\n')[1];
        content.Replace($"{ContentCopy.Draft}/nb/privacy.md", content.Read($"{ContentCopy.Draft}/nb/privacy.md").Split('\n')[1], slug);

        content.Says();
    }

    [Fact]
    public void A_kind_that_cannot_be_read_says_nothing_of_the_address()
    {
        using var content = ContentCopy.WithDraft();
        content.Replace(Draft, "kind: notes", "kind: notater");

        Assert.Equal(ProblemKind.NotAChoice, content.OnlyProblem().Kind);
    }
}
