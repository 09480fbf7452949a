using Xunit;

namespace TenkTanken.Content.Tests;

public sealed class FactTests
{
    private static readonly IReadOnlyDictionary<string, Fact> Facts = ContentLoader.Load(Repository.Content).Library!.Facts;

    [Theory]
    [InlineData("rosa", "nb", "<a href=\"tel:+4722331160\">ROSA 22\u00A033\u00A011\u00A060</a>")]
    [InlineData("emergency-clinic", "en", "<a href=\"tel:116117\">Out-of-hours clinic (<span lang=\"nb\">legevakt</span>) 116\u00A0117</a>")]
    public void A_fact_is_the_same_link_by_itself_as_in_a_text(string id, string language, string expected) =>
        Assert.Equal(expected, Facts[id].InMarkup(language).Value);

    [Fact]
    public void What_stands_in_a_fact_is_no_markup()
    {
        var fact = Facts["rosa"] with { Value = "<b>1</b>", Address = null };

        Assert.Equal("ROSA &lt;b&gt;1&lt;/b&gt;", fact.InMarkup("nb").Value);
    }

    [Fact]
    public void A_fact_is_overdue_from_the_day_after_it_was_to_be_checked()
    {
        var fact = Facts["rosa"];

        Assert.False(fact.IsOverdue(fact.CheckAgain));
        Assert.True(fact.IsOverdue(fact.CheckAgain.AddDays(1)));
    }

    [Theory]
    [InlineData(CheckedIn.Source, false, "")]
    [InlineData(CheckedIn.Source, true, "front page")]
    [InlineData(CheckedIn.Copy, false, "stored copy")]
    [InlineData(CheckedIn.Secondary, true, "retells, front page")]
    public void What_was_not_read_at_the_source_is_to_be_read_there_and_readers_are_told(CheckedIn where, bool isFrontPage, string told)
    {
        var texts = ContentLoader.Load(Repository.Content).Library!.Texts["en"].Facts;
        var fact = Facts["rosa"] with { CheckedIn = where, IsFrontPage = isFrontPage };
        string[] words = told.Length == 0 ? [] : told.Split(", ");

        Assert.Equal(words.Length > 0, fact.IsToBeReadAtSource);
        Assert.Equal(words.Length, texts.ReservationsOn(fact).Count);
        Assert.All(words.Zip(texts.ReservationsOn(fact)), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }
}
