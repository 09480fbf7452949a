using System.Net;
using AngleSharp.Html.Dom;
using TenkTanken.Data;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Starting;

/// <summary>A fault of the databases or the keys stops nobody from reading: the site starts, saves nothing and says so, and goes on by itself.</summary>
public sealed class StorageStartTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("tenktanken-start-").FullName;

    private string Database => Path.Combine(_data, "tenktanken.db");

    private string Keys => Path.Combine(_data, "keys");

    public void Dispose() => Directory.Delete(_data, recursive: true);

    public static TheoryData<string> Faults => ["damaged database", "another file", "folder in place of the database", "short key"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task It_starts_reads_saves_nothing_and_leaves_what_is_there_as_it_is(string fault)
    {
        var before = Spoil(fault);
        using var site = new TestSite(content: null, data: _data);

        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/nb/tegn")).StatusCode);
        var reflection = await ReflectAsync(site);
        var saved = await SaveAsync(site, reflection);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, saved.StatusCode);
        Assert.Contains(site.Texts.Reflection.NotSavedOff, (await saved.PageAsync()).QuerySelector("#message")!.TextContent, StringComparison.Ordinal);
        var opened = await site.PostAsync(TestSite.ComeBack, ("code", ReturnCode.Draw().Show()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, opened.StatusCode);
        Assert.Contains(site.Texts.ComeBack.CannotOpenTitle, (await opened.PageAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(site.Log.Lines, line => line.Contains("Nothing is saved or opened: ", StringComparison.Ordinal));
        Assert.Equal(before, File.Exists(Spoilt(fault)) ? await File.ReadAllBytesAsync(Spoilt(fault)) : []);
    }

    [Fact]
    public async Task Put_right_it_goes_on_by_itself()
    {
        Spoil("damaged database");
        using var site = new TestSite(content: null, data: _data);
        var reflection = await ReflectAsync(site);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SaveAsync(site, reflection)).StatusCode);

        File.Delete(Database);
        var on = site.Log.Says("can be used again");
        site.Time.Advance(TimeSpan.FromSeconds(5));
        await on;

        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(site, reflection)).StatusCode);
    }

    [Fact]
    public async Task A_key_of_tokens_that_cannot_be_read_is_left_out_and_told_once()
    {
        OwnFolder(Keys);
        OwnFolder(Path.Combine(Keys, "tokens"));
        var damaged = Path.Combine(Keys, "tokens", "key-damaged.xml");
        await File.WriteAllTextAsync(damaged, "<key");
        using var site = new TestSite(content: null, data: _data);

        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(site, await ReflectAsync(site))).StatusCode);

        Assert.Single(site.Log.Lines, line => line.Contains(damaged, StringComparison.Ordinal));
        Assert.Equal("<key", await File.ReadAllTextAsync(damaged));
    }

    private static Task<IHtmlDocument> ReflectAsync(TestSite site) => site.PostAsync(TestSite.Checklist, ("sign-fear-or-stress", "noticed")).PageAsync();

    private static Task<HttpResponseMessage> SaveAsync(TestSite site, IHtmlDocument reflection) =>
        site.PostAsync(
            TestSite.Checklist,
            ("sign-fear-or-stress", "noticed"),
            ("do", "save"),
            ("token", reflection.QuerySelector("input[name=token]")!.GetAttribute("value")!));

    private string Spoilt(string fault) => fault switch
    {
        "short key" => Path.Combine(Keys, "2026-12.key"),
        _ => Database,
    };

    /// <summary>What lies there then.</summary>
    private byte[] Spoil(string fault)
    {
        var path = Spoilt(fault);
        var bytes = fault switch
        {
            "damaged database" => [.. "SQLite format 3\0"u8, .. new byte[8000]],
            "short key" => new byte[31],
            _ => "left as it is"u8.ToArray(),
        };
        if (fault == "folder in place of the database")
        {
            Directory.CreateDirectory(path);

            return [];
        }

        OwnFolder(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);

        return bytes;
    }

    private static void OwnFolder(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
