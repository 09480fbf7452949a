using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Requests;

/// <summary>What no browser sends is answered as the sender's fault, with all our headers, and is no event of ours.</summary>
public sealed class OddRequestsTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("GET /nb/tegn HTTP/1.1\r\nHost: \r\n")]
    [InlineData("GET /nb/tegn HTTP/1.1\r\nHost: a..b\r\n")]
    [InlineData("GET /nb/tegn HTTP/1.1\r\nHost: x:99999\r\n")]
    [InlineData("GET /nb/finnes-ikke HTTP/1.1\r\nHost: a..b\r\n")]
    [InlineData("GET /nb/tegn HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: 1\r\n")]
    [InlineData("GET /nb/tegn HTTP/1.0\r\n")]
    [InlineData("GET / HTTP/1.0\r\n")]
    [InlineData("HEAD /nb/tegn HTTP/1.1\r\nHost: a..b\r\n")]
    public async Task An_address_that_is_none(string request)
    {
        var answer = await SendAsync(request, "");

        IsRefused(answer);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"_handler\"\r\n\r\nchec")]
    [InlineData("multipart/form-data", "--b\r\n")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "_handler=checklist")]
    public async Task A_form_that_cannot_be_read(string type, string body)
    {
        var host = new Uri(site.Address).Authority;

        var answer = await SendAsync($"POST {TestSite.Checklist} HTTP/1.1\r\nHost: {host}\r\nOrigin: {site.Address}\r\nContent-Type: {type}\r\n", body);

        IsRefused(answer);
        Assert.Contains(site.Texts.Errors.BadRequestTitle, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_query_is_not_said_again_in_every_link()
    {
        var plain = await (await site.GetAsync("/nb/tegn")).Content.ReadAsStringAsync();
        var long8 = await (await site.GetAsync($"/nb/tegn?{new string('a', 8_000)}")).Content.ReadAsStringAsync();
        var posted = await (await site.GetAsync("/nb/tegn?1")).Content.ReadAsStringAsync();

        Assert.Equal(plain, long8);
        Assert.Contains("/nb/tegn?1#content", posted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_the_site_does_not_answer_for_where_that_is_set()
    {
        using var strict = new TestSite(content: null, hosts: "tenktanken.example; *.rvts.example");

        foreach (var (host, status) in new[]
        {
            ("tenktanken.example", HttpStatusCode.OK), ("Tenktanken.example:8080", HttpStatusCode.OK), ("tenk.rvts.example", HttpStatusCode.OK),
            ("evil.example", HttpStatusCode.BadRequest), ("rvts.example.evil.example", HttpStatusCode.BadRequest), ("127.0.0.1", HttpStatusCode.BadRequest),
        })
        {
            var answer = await strict.SendAsync(HttpMethod.Get, "/nb/tegn", ("Host", host));

            Assert.Equal((host, status), (host, answer.StatusCode));
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
            Assert.DoesNotContain(host, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    private void IsRefused(string answer)
    {
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy: default-src 'none'", answer, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains("Exception", StringComparison.Ordinal));
    }

    private async Task<string> SendAsync(string head, string body)
    {
        var address = new Uri(site.Address);
        using var client = new TcpClient(address.Host, address.Port);
        await using var stream = client.GetStream();
        var length = body.Length > 0 ? $"Content-Length: {body.Length}\r\n" : "";
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{head}Connection: close\r\n{length}\r\n{body}"));

        return await new StreamReader(stream).ReadToEndAsync();
    }
}
