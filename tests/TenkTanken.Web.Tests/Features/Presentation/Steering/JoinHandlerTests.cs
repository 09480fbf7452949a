using TenkTanken.Content;
using TenkTanken.Web.Features.Presentation.Steering;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Presentation.Steering;

public sealed class JoinHandlerTests : IDisposable
{
    private readonly SteeringDesk _desk = new();

    [Fact]
    public void The_words_make_one_a_presenter_once_and_go_from_the_wall()
    {
        var channel = _desk.Begin();
        var words = channel.Words();

        var first = _desk.Type(words);
        var second = _desk.Type(words);

        Assert.Equal(303, first.Status);
        Assert.StartsWith($"{SteeringDesk.Lesson.Address}/styring/", first.Steers, StringComparison.Ordinal);
        var read = _desk.Tokens.Read(first.Steers!.Split('/')[^1])!;
        Assert.Equal(new ReadTicket(new Ticket(channel.Id, Role.Presenter, SteeringDesk.Lesson.Id), IsLate: false), read);
        Assert.Equal((422, null), (second.Status, second.Steers));
        Assert.Equal(words, second.Typed);
        Assert.Null(channel.See().Words);
        Assert.Equal("joined", channel.See().WallVersion);
    }

    [Theory]
    [InlineData("nb", " ")]
    [InlineData("nn", ", ")]
    [InlineData("en", "\r\n")]
    [InlineData("en", " ... ")]
    public void They_are_understood_in_every_language_and_however_they_are_written(string language, string between)
    {
        var words = _desk.Begin().Words(language);

        var screen = _desk.Type($"  {words.ToUpperInvariant().Replace(" ", between, StringComparison.Ordinal)}. ", language);

        Assert.Equal(303, screen.Status);
        Assert.StartsWith($"{TestContent.Library.Lessons[language][0].Address}/styring/", screen.Steers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("å", "a")]
    [InlineData("å", "a\u030a")]
    [InlineData("ø", "o")]
    [InlineData("æ", "ae")]
    public void A_keyboard_without_our_letters_and_one_that_puts_them_together_will_do(string letter, string typed)
    {
        var words = Enumerable.Range(0, 1000).Select(_ => _desk.Begin().Words()).First(words => words.Contains(letter, StringComparison.Ordinal));

        Assert.Equal(303, _desk.Type(words.Replace(letter, typed, StringComparison.Ordinal)).Status);
    }

    [Fact]
    public void What_is_nearly_right_opens_nothing()
    {
        var channel = _desk.Begin();
        var words = channel.Words().Split(' ');

        string[] nearly =
        [
            string.Join(' ', words[..3]), $"{string.Join(' ', words)} {words[0]}", $"{words[0]}s {words[1]} {words[2]} {words[3]}",
            string.Join(' ', words.Reverse()), "", string.Join(' ', words) + new string(' ', PairingWords.LongestText),
        ];
        Assert.All(
            nearly,
            typed => Assert.Equal(422, _desk.Type(typed).Status));
        Assert.False(channel.There().IsJoined);
        Assert.Equal(303, _desk.Type(string.Join(' ', words)).Status);
    }

    [Fact]
    public void They_are_good_for_half_an_hour()
    {
        var inTime = _desk.Begin();
        var late = _desk.Begin();
        var (wordsInTime, wordsLate) = (inTime.Words(), late.Words());

        _desk.Time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        var first = _desk.Type(wordsInTime);
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        var second = _desk.Type(wordsLate);

        Assert.Equal((303, 422), (first.Status, second.Status));
    }

    [Fact]
    public void While_too_many_are_tried_none_is_looked_at_and_a_little_later_they_are()
    {
        var words = _desk.Begin().Words();
        var statuses = Enumerable.Range(0, 300).Select(_ => _desk.Type("nobody has these words").Status).ToList();

        var right = _desk.Type(words);
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        var aSecondLater = _desk.Type(words);
        var then = Enumerable.Range(0, 10).Select(_ => _desk.Type("nobody has these words").Status).ToList();

        Assert.Equal((200, 100), (statuses.Count(status => status == 422), statuses.Count(status => status == 429)));
        Assert.Equal((429, words), (right.Status, right.Typed));
        Assert.Equal(303, aSecondLater.Status);
        Assert.Equal([.. Enumerable.Repeat(422, 9), 429], then);
    }

    [Fact]
    public void There_are_enough_words_in_every_language_each_one_thing_and_one_word()
    {
        Assert.All(TestContent.Library.Texts.Values, texts =>
        {
            var words = texts.Presentation.PairingWords;
            Assert.InRange(words.Count, 128, int.MaxValue);
            Assert.Equal(words.Count, words.Distinct().Count());
            Assert.All(words, word => Assert.Matches(@"^\p{Ll}{2,10}$", word));
        });
        Assert.Single(TestContent.Library.Texts.Values.Select(texts => texts.Presentation.PairingWords.Count).Distinct());
    }

    public void Dispose() => _desk.Dispose();
}
