using System.Net;
using Microsoft.AspNetCore.Http;
using TenkTanken.Web.Features.Editing;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Editing;

/// <summary>Who sees drafts: whoever sits at the machine, where it was switched on, and nobody else.</summary>
public sealed class EditorRequestTests(EditorRequestTests.Sites sites) : IClassFixture<EditorRequestTests.Sites>
{
    private static readonly string[] Addresses =
        ["/redaksjon", "/redaksjon/", "/Redaksjon", "/redaksjon/_nytt", "/redaksjon/2026-2", "/redaksjon/2026-2/nb/tegn", "/redaksjon/2026-2/nb/sjekkliste?1"];

    [Theory]
    [InlineData("127.0.0.1", "localhost", true)]
    [InlineData("127.0.0.1", "LOCALHOST:5080", true)]
    [InlineData("::1", "[::1]:5080", true)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1:5080", true)]
    [InlineData("192.168.1.7", "localhost", false)]
    [InlineData("::ffff:192.168.1.7", "127.0.0.1", false)]
    [InlineData(null, "localhost", false)]
    [InlineData("127.0.0.1", "tenktanken.example", false)]
    [InlineData("127.0.0.1", "localhost.example", false)]
    [InlineData("127.0.0.1", "192.168.1.7", false)]
    [InlineData("127.0.0.1", "", false)]
    public void She_comes_from_this_machine_to_a_name_of_its_own(string? from, string host, bool isEditor)
    {
        var context = new DefaultHttpContext();
        context.Request.Protocol = "HTTP/1.1";
        context.Request.Host = new HostString(host);
        context.Connection.RemoteIpAddress = from is null ? null : IPAddress.Parse(from);

        Assert.Equal(isEditor, EditorRequest.Is(context));
    }

    [Fact]
    public async Task Where_it_is_switched_on_she_is_let_in()
    {
        foreach (var address in Addresses.Where(address => !address.Contains("_nytt", StringComparison.Ordinal)))
        {
            Assert.NotEqual(HttpStatusCode.NotFound, (await sites.On.GetAsync(address)).StatusCode);
        }
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.168.1.7")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("X-Forwarded-Host", "127.0.0.1")]
    [InlineData("x-forwarded-port", "443")]
    [InlineData("X-Original-For", "192.168.1.7")]
    [InlineData("Forwarded", "for=192.168.1.7")]
    [InlineData("X-Real-IP", "192.168.1.7")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Host", "tenktanken.example")]
    public async Task What_a_proxy_has_passed_on_meets_an_address_that_nobody_knows(string header, string value)
    {
        await MeetsNothingAsync(sites.On, (HttpMethod.Get, HttpVersion.Version11), (header, value));
    }

    /// <summary>As nginx passes requests on when nobody has told it otherwise.</summary>
    [Fact]
    public async Task So_does_the_protocol_that_no_browser_speaks() =>
        await MeetsNothingAsync(sites.On, (HttpMethod.Get, HttpVersion.Version10));

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Where_it_is_not_switched_on_nothing_is_there(string method) =>
        await MeetsNothingAsync(sites.Off, (new HttpMethod(method), HttpVersion.Version11));

    private static async Task MeetsNothingAsync(TestSite site, (HttpMethod Method, Version Version) how, params (string Name, string Value)[] headers)
    {
        foreach (var address in Addresses)
        {
            // The same path elsewhere: an address that is not there is told of on a page that names it.
            var elsewhere = address.Replace("edaksjon", "edaktion", StringComparison.Ordinal);
            var (answer, unknown) = (await AnswerAsync(address), await AnswerAsync(elsewhere));

            Assert.StartsWith("NotFound", answer, StringComparison.Ordinal);
            Assert.Equal(unknown.Replace("edaktion", "edaksjon", StringComparison.Ordinal), answer);
        }

        async Task<string> AnswerAsync(string address)
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            using var request = new HttpRequestMessage(how.Method, site.Address + address) { Version = how.Version };
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            var response = await client.SendAsync(request);
            var told = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length"));

            return string.Join(
                '\n',
                [$"{response.StatusCode}",
                 .. told.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"), await response.Content.ReadAsStringAsync()]);
        }
    }

    public sealed class Sites : IAsyncLifetime
    {
        public TestSite On { get; } = new(content: null, editing: true);

        public TestSite Off { get; } = new();

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        public async ValueTask DisposeAsync()
        {
            await On.DisposeAsync();
            await Off.DisposeAsync();
        }
    }
}
