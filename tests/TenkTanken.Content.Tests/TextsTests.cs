using Xunit;

namespace TenkTanken.Content.Tests;

public sealed class TextsTests
{
    [Fact]
    public void A_date_is_said_in_the_words_of_the_language()
    {
        var texts = ContentLoader.Load(Repository.Content).Library!.Texts["nb"];

        Assert.Equal("23. november 2026", texts.Dates.Say(new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public void What_is_named_in_braces_is_filled_in()
    {
        Assert.Equal("Utgave 2026-1", "Utgave {edition}".With(("edition", "2026-1")));
    }
}
