using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;
using TenkTanken.Web.Hosting.Requests;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Requests;

public sealed class TimedTokenTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly EphemeralDataProtectionProvider _protection = new();

    [Fact]
    public void It_brings_back_what_was_written_and_says_when_that_is_late()
    {
        var tokens = Tokens("one");
        var token = tokens.Write("a text with  blanks");

        _time.Advance(TimeSpan.FromMinutes(30));
        var inTime = tokens.Read(token);
        _time.Advance(TimeSpan.FromSeconds(1));
        var late = tokens.Read(token);

        Assert.Equal(new TokenText("a text with  blanks", IsLate: false), inTime);
        Assert.Equal(new TokenText("a text with  blanks", IsLate: true), late);
    }

    [Fact]
    public void What_is_no_token_of_ours_and_what_is_for_another_purpose_is_none()
    {
        var token = Tokens("one").Write("text");

        Assert.NotNull(Tokens("one").Read(token));
        Assert.All([null, "", "text", token[..^1], token + "A"], other => Assert.Null(Tokens("one").Read(other)));
        Assert.Null(Tokens("two").Read(token));
        Assert.Null(Tokens("one").Read(_protection.CreateProtector("one").Protect("text without a time")));
    }

    [Fact]
    public void The_text_cannot_be_read_in_it()
    {
        var token = Tokens("one").Write("XXXX-XXXX");

        Assert.DoesNotContain("XXXX-XXXX", token);
        Assert.DoesNotContain("XXXX-XXXX", string.Concat(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(token).Select(one => (char)one)));
    }

    private TimedToken Tokens(string purpose) => new(_protection, purpose, TimeSpan.FromMinutes(30), _time);
}
