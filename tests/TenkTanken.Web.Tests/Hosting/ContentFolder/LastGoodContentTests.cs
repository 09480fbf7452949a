using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenkTanken.Content;
using TenkTanken.Data;
using TenkTanken.Web.Hosting.ContentFolder;
using TenkTanken.Web.Hosting.Starting;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.ContentFolder;

/// <summary>A site that is started over a broken content folder serves what was good before.</summary>
public sealed class LastGoodContentTests(SmallContent small) : IClassFixture<SmallContent>, IDisposable
{
    private const string Texts = "texts/nb.yaml";
    private const string Leave = "Forlat siden";
    private const string NewLeave = "Dra herfra";
    private const string Page = "/nb/tegn";

    private readonly TemporaryContent _content = TemporaryContent.Of(small);
    private readonly string _data = Path.Combine(Directory.CreateTempSubdirectory("tenktanken-data-").FullName, "data");

    private string Folder => LastGoodContent.FolderIn(_data);

    public void Dispose()
    {
        _content.Dispose();
        Directory.Delete(Path.GetDirectoryName(_data)!, recursive: true);
    }

    [Fact]
    public async Task After_a_restart_over_broken_content_the_page_is_the_same()
    {
        var before = await ServeAsync(async site =>
        {
            site.Time.Advance(TimeSpan.FromMinutes(34));
            _content.Replace(Texts, Leave, NewLeave);
            site.Live.Look();

            return await PageAsync(site);
        });

        Break();
        await ServeAsync(async site =>
        {
            Assert.Contains(NewLeave, before, StringComparison.Ordinal);
            Assert.Equal(before, await PageAsync(site));
            Assert.Contains(site.Log.Lines, line => line.StartsWith($"Warning: In the content: {Texts}:", StringComparison.Ordinal));
            Assert.Single(site.Log.Lines, line => line.EndsWith("The last good content is served, kept on 2026-11-23 12:34Z.", StringComparison.Ordinal));

            _content.CopyWhole();
            site.Live.Look();

            Assert.Equal(before.Replace(NewLeave, Leave, StringComparison.Ordinal), await PageAsync(site));
            return before;
        });
    }

    [Fact]
    public async Task After_a_restart_without_a_content_folder_too()
    {
        var before = await ServeAsync(PageAsync);

        Directory.Delete(_content.Folder, recursive: true);

        Assert.Equal(before, await ServeAsync(PageAsync));
    }

    [Fact]
    public async Task Without_last_good_content_the_site_does_not_start_and_says_why()
    {
        Break();
        File.Delete(_content.PathOf("facts/law.yaml"));

        var (ready, lines) = await StartAsync();

        Assert.False(ready);
        Assert.Contains(lines, line => line.StartsWith($"Critical: Cannot start: {Texts}:", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.StartsWith("Critical: Cannot start: ", line, StringComparison.Ordinal));
        Assert.False(Directory.Exists(_data));
    }

    [Fact]
    public async Task A_copy_has_the_files_that_are_read_and_no_others()
    {
        _content.Append(".git", "a repository");
        _content.Append("texts/.nb.yaml.swp", "an editor's own");
        _content.Append("facts/~lock.law.yaml#", "an editor's name");
        _content.Append("README.md", "what editors read");

        await ServeAsync(PageAsync);

        var copy = Assert.Single(Directory.GetDirectories(Folder));
        Assert.Equal(FilesIn(small.Folder), FilesIn(copy));
        Assert.All(FilesIn(copy), file => Assert.Equal(File.ReadAllBytes(Path.Combine(small.Folder, file)), File.ReadAllBytes(Path.Combine(copy, file))));
        Assert.NotNull(ContentLoader.Load(copy).Library);
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_can_look_into_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");

        await ServeAsync(PageAsync);

        var all = new DirectoryInfo(Folder).GetFileSystemInfos("*", SearchOption.AllDirectories).Append(new DirectoryInfo(Folder)).ToList();
        Assert.Contains(all, entry => entry is FileInfo);
        Assert.All(all, entry => Assert.Equal(
            entry is FileInfo ? UnixFileMode.UserRead | UnixFileMode.UserWrite : UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            entry.UnixFileMode));
    }

    [Fact]
    public async Task The_copy_is_left_as_it_is_when_the_content_is()
    {
        await ServeAsync(PageAsync);
        var copy = Assert.Single(Directory.GetDirectories(Folder));
        var file = File.GetLastWriteTimeUtc(Path.Combine(copy, Texts));

        await ServeAsync(async site =>
        {
            site.Time.Advance(TimeSpan.FromDays(1));
            _content.Replace(Texts, Leave, NewLeave);
            site.Live.Look();
            _content.Replace(Texts, NewLeave, Leave);
            site.Live.Look();

            return await PageAsync(site);
        });

        Assert.Equal(file, File.GetLastWriteTimeUtc(Path.Combine(copy, Texts)));
        Assert.Equal(2, Directory.GetDirectories(Folder).Length);
    }

    [Fact]
    public async Task The_copy_before_the_last_is_kept_and_no_older_one_of_ours()
    {
        await ServeAsync(site =>
        {
            Directory.CreateDirectory(Path.Combine(Folder, "somebody-elses"));
            for (var edit = 0; edit < 4; edit++)
            {
                site.Time.Advance(TimeSpan.FromMinutes(1));
                _content.Append(Texts, $"# {edit}\n");
                site.Live.Look();
            }

            return PageAsync(site);
        });

        Assert.True(Directory.Exists(Path.Combine(Folder, "somebody-elses")));
        var ends = Directory.GetDirectories(Folder)
            .Where(copy => !copy.EndsWith("elses", StringComparison.Ordinal)).Select(copy => File.ReadAllLines(Path.Combine(copy, Texts))[^1]);
        Assert.Equal(["# 2", "# 3"], ends.Order());
    }

    /// <summary>By their names alone nobody could tell, and a clock can stand still or be set back.</summary>
    [Fact]
    public async Task Of_those_that_were_saved_at_the_same_moment_the_last_is_kept_as_the_newest()
    {
        await ServeAsync(site =>
        {
            for (var edit = 0; edit < 8; edit++)
            {
                _content.Append(Texts, $"# {edit}\n");
                site.Live.Look();
                var newest = new DirectoryInfo(Folder).GetDirectories().MaxBy(copy => copy.LastWriteTimeUtc)!;
                Assert.Equal($"# {edit}", File.ReadAllLines(Path.Combine(newest.FullName, Texts))[^1]);
                Assert.Distinct(new DirectoryInfo(Folder).GetDirectories().Select(copy => copy.LastWriteTimeUtc));
            }

            return PageAsync(site);
        });
    }

    [Fact]
    public async Task A_damaged_copy_is_not_served_but_the_one_before_it_is()
    {
        var first = await ServeAsync(PageAsync);
        await ServeAsync(site =>
        {
            site.Time.Advance(TimeSpan.FromMinutes(1));
            _content.Replace(Texts, Leave, NewLeave);
            site.Live.Look();

            return PageAsync(site);
        });

        // Whole to the loader; only the checksum tells.
        var last = Path.Combine(Directory.GetDirectories(Folder)
            .Single(copy => File.ReadAllText(Path.Combine(copy, Texts)).Contains(NewLeave, StringComparison.Ordinal)), Texts);
        File.WriteAllText(last, File.ReadAllText(last).Replace(NewLeave, "Damaged", StringComparison.Ordinal));
        Break();

        Assert.Equal(first, await ServeAsync(PageAsync));
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_not_served_and_goes_away()
    {
        await ServeAsync(PageAsync);
        var half = Path.Combine(Folder, "unfinished-abc");
        Directory.Move(Assert.Single(Directory.GetDirectories(Folder)), half);
        File.Delete(Path.Combine(half, Texts));

        Break();
        var (ready, _) = await StartAsync();
        Assert.False(ready);

        _content.CopyWhole();
        await ServeAsync(PageAsync);
        Assert.False(Directory.Exists(half));
    }

    [Fact]
    public async Task A_copy_that_cannot_be_written_stops_nothing_and_is_tried_again()
    {
        await ServeAsync(async site =>
        {
            Directory.Delete(Folder, recursive: true);
            File.WriteAllText(Folder, "in the way");
            _content.Replace(Texts, Leave, NewLeave);
            site.Live.Look();
            site.Time.Advance(TimeSpan.FromMinutes(2));
            site.Live.Look();
            Assert.Contains(NewLeave, await PageAsync(site), StringComparison.Ordinal);
            Assert.Single(site.Log.Lines, line => line.StartsWith($"Warning: What is served could not be kept in {Folder}", StringComparison.Ordinal));

            File.Delete(Folder);
            site.Live.Look();
            Assert.False(Directory.Exists(Folder));

            site.Time.Advance(TimeSpan.FromMinutes(1));
            site.Live.Look();
            Assert.Single(Directory.GetDirectories(Folder));

            return await PageAsync(site);
        });
    }

    [Fact]
    public async Task A_fault_of_ours_in_reading_the_folder_leads_to_the_last_good_content()
    {
        await ServeAsync(PageAsync);
        var settings = new Settings(_content.Folder, _data, KeyFolders.Named(_data), []);
        using var log = new CollectedLog();

        var live = new LiveContent(settings, new LastGoodContent(settings, TimeProvider.System), TimeProvider.System, new Logger<LiveContent>(log),
            _ => throw new InvalidOperationException("A slip of ours."));

        Assert.Empty(live.Open());
        Assert.Equal(Leave, live.Current.Texts["nb"].Frame.Leave);
        Assert.Single(log.Lines, line => line.StartsWith("Error: Reading the content folder failed", StringComparison.Ordinal));
    }

    private void Break() => _content.Append(Texts, "nobody-asks: this\n");

    private async Task<string> ServeAsync(Func<TestSite, Task<string>> visit)
    {
        await using var site = new TestSite(_content.Folder, _data);

        return await visit(site);
    }

    private static async Task<string> PageAsync(TestSite site) => await (await site.GetAsync(Page)).Content.ReadAsStringAsync();

    /// <summary>As far as a site comes that cannot start.</summary>
    private async Task<(bool Ready, IReadOnlyList<string> Lines)> StartAsync()
    {
        using var log = new CollectedLog();
        var builder = WebApplication.CreateBuilder(
            [$"--Content:Folder={_content.Folder}", $"--Data:Folder={_data}", $"--Data:Keys={Path.Combine(_data, "keys")}"]);
        var settings = builder.AddSettings();
        builder.AddContent();
        builder.AddDatabase(settings);
        builder.Services.AddSingleton<ILoggerFactory>(log);
        await using var app = builder.Build();

        return (await app.IsReadyAsync(), log.Lines);
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);
}
