using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenkTanken.Content;
using TenkTanken.Data;
using TenkTanken.Web.Features.Checklist;
using TenkTanken.Web.Hosting.ContentFolder;
using TenkTanken.Web.Hosting.Starting;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.ContentFolder;

/// <summary>Editors change and break the files of a site that runs; readers have whole pages all the time.</summary>
public sealed class LiveContentTests(SmallContent small) : IClassFixture<SmallContent>, IAsyncLifetime
{
    private const string Texts = "texts/nb.yaml";
    private const string Leave = "Forlat siden";
    private const string NewLeave = "Dra herfra";
    private const string Page = "/nb/tegn";

    /// <summary>What may become of a content folder, each as it happens to editors, and where the log is to say it is.</summary>
    private static readonly Dictionary<string, (string Place, Action<TemporaryContent> Do)> Breakages = new()
    {
        ["a key nobody knows"] = (Texts, content => content.Append(Texts, "nobody-asks: this\n")),
        ["half a file"] = (Texts, content => File.WriteAllText(content.PathOf(Texts), File.ReadAllText(content.PathOf(Texts))[..1000])),
        ["another encoding"] = (Texts, content => File.WriteAllBytes(content.PathOf(Texts), [0xFF, 0xFE, 0x41, 0x00])),
        ["a file too large"] = (Texts, content => content.Append(Texts, new string('#', 70_000))),
        ["no texts"] = (Texts, content => File.Delete(content.PathOf(Texts))),
        ["no facts"] = ("facts", content => Directory.Delete(content.PathOf("facts"), recursive: true)),
        ["no editions"] = ("site.yaml", content => Directory.Delete(content.PathOf("editions"), recursive: true)),
        ["no site.yaml"] = ("site.yaml", content => File.Delete(content.PathOf("site.yaml"))),
        ["a folder that an edition is still to come into"] = ("editions/new", content => Directory.CreateDirectory(content.PathOf("editions/new"))),
        ["no folder at all"] = ("", content => Directory.Delete(content.Folder, recursive: true)),
    };

    private readonly TemporaryContent _content = TemporaryContent.Of(small);
    private TestSite _site = null!;

    public ValueTask InitializeAsync()
    {
        _site = new TestSite(_content.Folder);

        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _content.Dispose();
    }

    [Fact]
    public async Task New_words_are_on_the_page_after_a_look()
    {
        var before = await PageAsync();

        _content.Replace(Texts, Leave, NewLeave);
        _site.Live.Look();

        Assert.Contains(Leave, before, StringComparison.Ordinal);
        Assert.Equal(before.Replace(Leave, NewLeave, StringComparison.Ordinal), await PageAsync());
        Assert.Single(_site.Log.Lines, line => line.StartsWith("Information: New content is served", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_folder_holds_is_known_and_told_once_for_each_change()
    {
        List<(string Version, bool IsOfFolder, int Blocking)> told = [];
        _site.Live.Changed += () => told.Add((
            _site.Live.State.Version, _site.Live.State.IsOfFolder, _site.Live.State.Problems.Count(problem => problem.Blocks)));
        var first = _site.Live.State;

        _content.Append(Texts, "nobody-asks: this\n");
        _site.Live.Look();
        _site.Live.Look();
        var broken = _site.Live.State;
        _content.Replace(Texts, "nobody-asks: this\n", "");
        _site.Live.Look();

        Assert.Equal([(broken.Version, false, 1), (first.Version, true, 0)], told);
        Assert.NotEqual(first.Version, broken.Version);
        Assert.Same(first.Library, broken.Library);
    }

    [Fact]
    public async Task The_site_looks_by_itself()
    {
        using var watch = new ContentWatch(_site.Live, TimeProvider.System);
        var said = _site.Log.Says("New content is served");

        await watch.StartAsync(CancellationToken.None);
        _content.Replace(Texts, Leave, NewLeave);
        await said;
        await watch.StopAsync(CancellationToken.None);

        Assert.Contains(NewLeave, await PageAsync(), StringComparison.Ordinal);
        Assert.Contains(_site.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>(), service => service is ContentWatch);
        Assert.True(ContentWatch.Interval < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_folder_that_is_as_it_was_is_not_loaded_again()
    {
        var library = _site.Library;

        File.SetLastWriteTimeUtc(_content.PathOf(Texts), DateTime.UnixEpoch);
        _content.Append("README.md", "Ikke en del av nettstedet.");
        _site.Live.Look();

        Assert.Same(library, _site.Library);
    }

    [Fact]
    public async Task What_is_broken_is_not_served_and_is_said_once_and_what_is_mended_is_served()
    {
        foreach (var (way, (place, breakIt)) in Breakages)
        {
            var before = await PageAsync();
            var said = _site.Log.Lines.Count;

            breakIt(_content);
            _site.Live.Look();
            var lines = _site.Log.Lines.Skip(said).ToList();
            _site.Live.Look();

            Assert.True(before == await PageAsync(), way);
            Assert.Contains(lines,
                line => line.StartsWith($"Warning: In the content: {(place.Length > 0 ? place : _content.Folder)}", StringComparison.Ordinal));
            Assert.True(lines.Count(line => line.Contains("served before is served on", StringComparison.Ordinal)) == 1, way);
            Assert.True(lines.SequenceEqual(_site.Log.Lines.Skip(said)), way);

            Mend();
            _content.Replace(Texts, Leave, $"{NewLeave}, {way}");
            _site.Live.Look();

            Assert.Contains($"{NewLeave}, {way}", await PageAsync(), StringComparison.Ordinal);
            Mend();
            _site.Live.Look();
        }

        void Mend()
        {
            if (Directory.Exists(_content.Folder))
            {
                Directory.Delete(_content.Folder, recursive: true);
            }

            _content.CopyWhole();
        }
    }

    [Fact]
    public void A_problem_is_said_with_its_line_and_again_only_when_it_has_been_away()
    {
        var lines = File.ReadAllLines(_content.PathOf(Texts)).Length;
        var said = $"Warning: In the content: {Texts}:{lines + 1}  ";

        _content.Append(Texts, "nobody-asks: this\n");
        _site.Live.Look();
        _content.Append(Texts, "nor: this\n");
        _site.Live.Look();
        Assert.Single(_site.Log.Lines, line => line.StartsWith(said, StringComparison.Ordinal));
        Assert.Single(_site.Log.Lines, line => line.StartsWith($"Warning: In the content: {Texts}:{lines + 2}  ", StringComparison.Ordinal));

        _content.CopyWhole();
        _site.Live.Look();
        _content.Append(Texts, "nobody-asks: this\n");
        _site.Live.Look();
        Assert.Equal(2, _site.Log.Lines.Count(line => line.StartsWith(said, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_that_somebody_holds_is_taken_in_when_she_lets_go_of_it()
    {
        // Only while it is loaded: before and after, the folder is the same.
        var held = false;
        var live = Open(folder =>
        {
            using var hold = held ? new FileStream(_content.PathOf(Texts), FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;

            return ContentLoader.Load(folder);
        });

        held = true;
        _content.Replace(Texts, Leave, NewLeave);
        live.Look();
        Assert.Equal(Leave, live.Current.Texts["nb"].Frame.Leave);
        Assert.Contains(_site.Log.Lines, line => line.StartsWith($"Warning: In the content: {Texts}  ", StringComparison.Ordinal));

        held = false;
        live.Look();
        Assert.Equal(NewLeave, live.Current.Texts["nb"].Frame.Leave);
    }

    [Fact]
    public void What_changes_while_it_is_read_waits_for_the_next_look()
    {
        // The first half of a saving is whole by itself; the second comes while it is being read.
        var loads = 0;
        var live = Open(folder =>
        {
            var loaded = ContentLoader.Load(folder);
            if (++loads == 2)
            {
                _content.Replace(Texts, "First half", NewLeave);
            }

            return loaded;
        });
        var before = live.Current;

        _content.Replace(Texts, Leave, "First half");
        live.Look();
        Assert.Same(before, live.Current);

        live.Look();
        Assert.Equal(NewLeave, live.Current.Texts["nb"].Frame.Leave);
        Assert.Equal(3, loads);
    }

    [Fact]
    public void A_fault_of_ours_in_reading_is_said_once_and_the_next_look_tries_again()
    {
        var broken = false;
        var live = Open(folder => broken ? throw new InvalidOperationException("A slip of ours.") : ContentLoader.Load(folder));
        var before = live.Current;

        broken = true;
        _content.Replace(Texts, Leave, NewLeave);
        live.Look();
        live.Look();
        Assert.Same(before, live.Current);
        Assert.Single(_site.Log.Lines, line => line.StartsWith("Error: Reading the content folder failed", StringComparison.Ordinal));

        broken = false;
        live.Look();
        Assert.Equal(NewLeave, live.Current.Texts["nb"].Frame.Leave);
    }

    [Fact]
    public async Task A_request_has_the_same_words_to_its_end()
    {
        // The browser sends the form when the site asks for it: by then the request is under way. The page has texts by way of
        // its reader, who has been told of then, and the day of the facts from the library itself.
        var (checkedThen, checkedNow) =
            (_site.Library.Facts.Values.Min(fact => fact.Checked), _site.Library.Facts.Values.Min(fact => fact.Checked).AddDays(-1));
        var (dayThen, dayNow) = (_site.Texts.Dates.Say(checkedThen), _site.Texts.Dates.Say(checkedNow));
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        var form = new FormUrlEncodedContent(
            [new("_handler", ChecklistForm.Name), new("sign-fear-or-stress", "noticed"), new(ChecklistForm.ActionField, ChecklistForm.Reflect)]);
        var asked = new HttpRequestMessage(HttpMethod.Post, _site.Address + TestSite.Checklist)
        {
            Content = new HeldBack(form, () =>
            {
                _content.Replace(Texts, Leave, NewLeave);
                _content.ReplaceEverywhere("facts", $"checked: {checkedThen:yyyy-MM-dd}", $"checked: {checkedNow:yyyy-MM-dd}");
                _site.Live.Look();
            }),
        };
        asked.Headers.ExpectContinue = true;
        asked.Headers.Add("Origin", _site.Address);

        var answer = await client.SendAsync(asked);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((NewLeave, checkedNow), (_site.Texts.Frame.Leave, _site.Library.Facts.Values.Min(fact => fact.Checked)));
        Assert.All([Leave, dayThen], old => Assert.Contains(old, page, StringComparison.Ordinal));
        Assert.All([NewLeave, dayNow], @new => Assert.DoesNotContain(@new, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Readers_get_the_old_page_or_the_new_one_and_nothing_between()
    {
        var old = await PageAsync();
        string[] whole = [old, old.Replace(Leave, NewLeave, StringComparison.Ordinal)];
        using var enough = new CancellationTokenSource();

        var readers = Enumerable.Range(0, 4).Select(_ => ReadUntilAsync(enough.Token)).ToList();
        for (var swap = 0; swap < 10; swap++)
        {
            var (from, to) = swap % 2 == 0 ? (Leave, NewLeave) : (NewLeave, Leave);

            // As many editors save: emptied first, then written.
            var text = await File.ReadAllTextAsync(_content.PathOf(Texts));
            await File.WriteAllTextAsync(_content.PathOf(Texts), "");
            _site.Live.Look();
            await File.WriteAllTextAsync(_content.PathOf(Texts), text.Replace(from, to, StringComparison.Ordinal));
            _site.Live.Look();
        }

        await enough.CancelAsync();
        var read = await Task.WhenAll(readers);

        Assert.All(read, pages => Assert.Subset(whole.ToHashSet(), pages));
        Assert.Equal(whole.Order(), read.SelectMany(pages => pages).Distinct().Order());
    }

    [Fact]
    public async Task Nothing_holds_on_to_content_that_is_no_longer_served()
    {
        List<WeakReference> served = [];
        for (var edit = 0; edit < 20; edit++)
        {
            served.Add(EditAndLook(edit));
            await PageAsync();
        }

        await PageAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.True(served[^1].IsAlive);
        Assert.DoesNotContain(served[..^1], library => library.IsAlive);
    }

    // In a method of its own, so that no local variable of the test holds what it gives a weak reference to.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference EditAndLook(int edit)
    {
        var before = _site.Texts.Frame.Leave;
        _content.Replace(Texts, $"leave: {before}", $"leave: {Leave} {edit}");
        _site.Live.Look();
        Assert.Equal($"{Leave} {edit}", _site.Texts.Frame.Leave);

        return new WeakReference(_site.Library);
    }

    private async Task<HashSet<string>> ReadUntilAsync(CancellationToken enough)
    {
        HashSet<string> pages = [];
        while (!enough.IsCancellationRequested)
        {
            pages.Add(await PageAsync());
        }

        return pages;
    }

    private async Task<string> PageAsync()
    {
        var answer = await _site.GetAsync(Page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        return await answer.Content.ReadAsStringAsync();
    }

    private LiveContent Open(Func<string, LoadedContent> load)
    {
        var settings = new Settings(_content.Folder, Path.Combine(_site.Data, "another"), KeyFolders.Named(_site.Data), []);
        var live = new LiveContent(settings, new LastGoodContent(settings, _site.Time), _site.Time, new Logger<LiveContent>(_site.Log), load);
        Assert.Empty(live.Open());

        return live;
    }

    /// <summary>The body of a request, with something that happens before it is sent.</summary>
    private sealed class HeldBack(HttpContent content, Action first) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            first();

            return content.CopyToAsync(stream);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = content.Headers.ContentLength ?? 0;
            foreach (var (name, values) in content.Headers)
            {
                Headers.TryAddWithoutValidation(name, values);
            }

            return true;
        }
    }
}
