using System.Net;
using System.Net.NetworkInformation;
using System.Text.RegularExpressions;
using Xunit;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>Wherever it is started from, the site has its own files and its own defaults, all of them whole, or says what is missing.</summary>
public sealed partial class WorkingDirectoryTests : IDisposable
{
    private static readonly HttpClient Client = new();

    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("tenktanken-elsewhere-");

    public void Dispose() => _elsewhere.Delete(recursive: true);

    [Fact]
    public async Task Started_from_anywhere_every_file_comes_whole_and_nothing_is_left_there()
    {
        Assert.False(ListenersAtDefault().Any(), "Port 5080 is taken, most likely by a site that you have running. Stop it, and run this test again.");
        using var site = new PublishedSite();
        await using var published = Start(site.Program, []);
        await using var built = Start(Folders.SiteProgram, new()
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Content__Folder"] = Folders.Content,
            ["Data__Folder"] = site.PathOf("elsewhere"),
            ["Site__Address"] = "https://tænk.example",
        });

        Assert.Equal("http://localhost:5080", await published.AddressAsync());
        Assert.All(ListenersAtDefault(), listener => Assert.True(IPAddress.IsLoopback(listener.Address)));
        foreach (var process in new[] { published, built })
        {
            var address = await process.AddressAsync();
            var files = OwnFile().Matches(await Client.GetStringAsync($"{address}/nb/")).Select(match => match.Groups["file"].Value).ToList();
            Assert.Contains(files, file => file.EndsWith(".js", StringComparison.Ordinal));
            foreach (var file in files.Append("/robots.txt").Append("/favicon.ico"))
            {
                using var answer = await Client.GetAsync(address + file);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
            }
        }

        Assert.Empty(_elsewhere.EnumerateFileSystemInfos());
        Assert.True(File.Exists(site.PathOf("data/tenktanken.db")));
        Assert.Equal(["content", "data", "data-keys", "elsewhere", "elsewhere-keys", "runtimes", "wwwroot"], Names(site));
        await TellsSearchEnginesAsync(await built.AddressAsync(), "https://xn--tnk-yla.example/nn/");
        await TellsSearchEnginesAsync(await published.AddressAsync(), "/nn/");
        await IsAnErrorInWordsWhenItGoesAsync(site, published);
    }

    [Fact]
    public async Task Files_that_are_missing_or_spoilt_at_the_start_are_named_and_nothing_is_created()
    {
        using var published = new PublishedSite();
        File.Delete(published.PathOf("wwwroot/app.css"));
        await File.WriteAllBytesAsync(published.PathOf("wwwroot/app.css.gz"), []);
        await File.AppendAllTextAsync(published.PathOf("wwwroot/icon.svg"), " ");

        await using var site = Start(published.Program, []);
        var code = await site.ExitCodeAsync();

        Assert.Equal(1, code);
        var line = Assert.Single(site.Lines);
        Assert.Contains("Cannot start: 3 of the site's own files", line, StringComparison.Ordinal);
        Assert.Contains("app.css is missing, app.css.gz is empty, icon.svg has ", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(published.PathOf("data")));
    }

    private SiteProcess Start(string program, Dictionary<string, string> variables) => SiteProcess.Start(variables, program, _elsewhere.FullName);

    private static IEnumerable<IPEndPoint> ListenersAtDefault() =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == 5080);

    private static async Task TellsSearchEnginesAsync(string address, string nynorsk)
    {
        var page = await Client.GetStringAsync($"{address}/nb/");

        Assert.Contains($"hreflang=\"nn\" href=\"{nynorsk}\"", page, StringComparison.Ordinal);
    }

    private static async Task IsAnErrorInWordsWhenItGoesAsync(PublishedSite site, SiteProcess published)
    {
        File.Delete(site.PathOf("wwwroot/app.css"));
        await File.WriteAllBytesAsync(site.PathOf("wwwroot/icon.svg"), []);

        foreach (var file in new[] { "/app.css", "/icon.svg" })
        {
            using var answer = await Client.GetAsync(await published.AddressAsync() + file);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains(published.Lines, line => line.Contains("own files has gone", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(PublishedSite site) =>
        Directory.EnumerateDirectories(site.PathOf("")).Select(folder => Path.GetFileName(folder)).Order();

    [GeneratedRegex("(?:src|href)=\"(?<file>/[^\"#]+\\.(?:css|js|svg))")]
    private static partial Regex OwnFile();
}
