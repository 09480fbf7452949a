using System.Net;
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
        using var published = new PublishedSite();
        using var data = new TemporaryFolders();
        await using var asItIs = Start(published.Program, []);
        await using var withData = Start(published.Program, new() { ["Data__Folder"] = data.Of("published"), ["ASPNETCORE_ENVIRONMENT"] = "Development" });
        await using var built = Start(Folders.SiteProgram, new() { ["Data__Folder"] = data.Of("built"), ["Content__Folder"] = Folders.Content });

        foreach (var site in new[] { asItIs, withData, built })
        {
            var address = await site.AddressAsync();
            var files = await FilesAsync(address);
            Assert.Contains(files, file => file.EndsWith(".js", StringComparison.Ordinal));
            foreach (var file in files.Append("/robots.txt").Append("/favicon.ico"))
            {
                using var answer = await Client.GetAsync(address + file);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
            }
        }

        Assert.Empty(_elsewhere.EnumerateFileSystemInfos());
        Assert.True(File.Exists(published.PathOf("data/tenktanken.db")));
        Assert.True(Directory.Exists(published.PathOf("data-keys")));
        Assert.Equal(["built", "built-keys", "published", "published-keys"], data.Names);
    }

    [Fact]
    public async Task A_file_that_goes_while_it_runs_is_an_error_in_words_and_never_nothing()
    {
        using var published = new PublishedSite();
        await using var site = Start(published.Program, []);
        var address = await site.AddressAsync();
        using var client = new HttpClient();

        File.Delete(published.PathOf("wwwroot/app.css"));
        await File.WriteAllBytesAsync(published.PathOf("wwwroot/icon.svg"), []);

        foreach (var file in new[] { "/app.css", "/icon.svg" })
        {
            using var answer = await client.GetAsync(address + file);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains(site.Lines, line => line.Contains("own files has gone", StringComparison.Ordinal));
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

    private SiteProcess Start(string program, Dictionary<string, string> variables)
    {
        variables["ASPNETCORE_URLS"] = "http://127.0.0.1:0";

        return SiteProcess.Start(variables, program, _elsewhere.FullName);
    }

    /// <summary>Every file of our own that the start page asks for.</summary>
    private static async Task<IReadOnlyList<string>> FilesAsync(string address) =>
        [.. OwnFile().Matches(await Client.GetStringAsync($"{address}/nb/")).Select(match => match.Groups["file"].Value).Distinct()];

    [GeneratedRegex("(?:src|href)=\"(?<file>/[^\"#]+\\.(?:css|js|svg))")]
    private static partial Regex OwnFile();

    private sealed class TemporaryFolders : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tenktanken-data-");

        public IEnumerable<string> Names => _folder.EnumerateFileSystemInfos().Select(made => made.Name).Order();

        public string Of(string name) => Path.Combine(_folder.FullName, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
