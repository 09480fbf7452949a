using System.Text;
using Microsoft.AspNetCore.Http;
using TenkTanken.Web.Features.Workshop;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Workshop;

public sealed class KeptPagesTests
{
    private readonly KeptPages _pages = new();
    private int _drawn;

    [Theory]
    [InlineData("Page of {0}, to be sent by {0}", "Page of Kari, to be sent by Kari")]
    [InlineData("{0}", "Kari")]
    [InlineData("{0}{0} ends", "KariKari ends")]
    [InlineData("For everybody: æøå", "For everybody: æøå")]
    public async Task It_is_drawn_once_and_written_with_the_next_ones_word(string page, string next)
    {
        await AskAsync("Ola", page);

        Assert.Equal(next, await AskAsync("Kari", page));
        Assert.Equal(1, _drawn);
    }

    [Fact]
    public async Task It_is_drawn_again_when_there_is_something_else_to_show_and_when_it_is_another_page()
    {
        await AskAsync("Ola", "first");

        Assert.Equal("second", await AskAsync("Ola", "second", state: "asked"));
        Assert.Equal("på norsk", await AskAsync("Ola", "på norsk", kind: "nb", state: "asked"));
        Assert.Equal("second", await AskAsync("Ola", "third", state: "asked"));
        Assert.Equal(3, _drawn);
    }

    [Fact]
    public async Task What_went_wrong_for_one_is_not_shown_to_the_next()
    {
        await AskAsync("Ola", "failed", status: StatusCodes.Status503ServiceUnavailable);

        Assert.Equal("works", await AskAsync("Kari", "works"));
    }

    [Fact]
    public async Task Where_drawing_fails_nothing_was_written_and_an_errors_page_can_be()
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        var body = context.Response.Body;

        await Assert.ThrowsAsync<InvalidOperationException>(() => _pages.AnswerAsync(context, "page", "state", "Ola", async asked =>
        {
            await asked.Response.WriteAsync("half a page");
            throw new InvalidOperationException();
        }));

        Assert.Same(body, context.Response.Body);
        Assert.Equal(0, body.Length);
    }

    private async Task<string> AskAsync(string word, string page, string kind = "en", string state = "waiting", int status = StatusCodes.Status200OK)
    {
        var body = new MemoryStream();
        var context = new DefaultHttpContext { Response = { Body = body } };
        await _pages.AnswerAsync(context, kind, state, word, async asked =>
        {
            _drawn++;
            asked.Response.StatusCode = status;
            await asked.Response.WriteAsync(page.Replace("{0}", word, StringComparison.Ordinal));
        });

        return Encoding.UTF8.GetString(body.ToArray());
    }
}
