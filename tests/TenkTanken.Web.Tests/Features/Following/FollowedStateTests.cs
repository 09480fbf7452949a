using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TenkTanken.Web.Features.Following;
using TenkTanken.Web.Hosting.Starting;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Following;

/// <summary>A state that pages follow, over the stream that tells editors of their content folder.</summary>
public sealed class FollowedStateTests : IAsyncLifetime
{
    private const string Stream = "/redaksjon/_nytt";
    private const string Texts = "texts/nb.yaml";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryContent _content = new();
    private TestSite _site = null!;
    private HttpClient _client = null!;

    public ValueTask InitializeAsync()
    {
        _site = new TestSite(_content.Folder, editing: true);
        _client = new HttpClient { BaseAddress = new Uri(_site.Address) };

        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
        _content.Dispose();
    }

    [Fact]
    public async Task Whoever_comes_is_told_at_once_and_again_when_it_changes_and_hears_in_between_that_the_line_is_there()
    {
        using var follower = await FollowAsync();
        var first = _site.Live.State.Version;

        var came = await follower.NextAsync();
        _site.Time.Advance(FollowingPace.Ordinary.Heartbeat);
        var heartbeat = await follower.NextAsync();
        _content.Replace(Texts, "Forlat siden", "Dra herfra");
        _site.Live.Look();
        var changed = await follower.NextAsync();

        Assert.Equal("""event: state|data: {"spread":0,"state":{"version":"@"}}""".Replace("@", first, StringComparison.Ordinal), came);
        Assert.Equal("event: heartbeat|data:", heartbeat);
        Assert.Equal(came.Replace(first, _site.Live.State.Version, StringComparison.Ordinal), changed);
        Assert.NotEqual(came, changed);
        Assert.InRange(FollowingPace.Ordinary.Heartbeat, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task No_proxy_holds_it_back_and_nobody_keeps_it_and_head_has_the_same_headers_and_ends()
    {
        using var follower = await FollowAsync();
        var head = await _site.SendAsync(HttpMethod.Head, Stream);

        Assert.Equal("text/event-stream", follower.Headers.Content.ToString().Split(": ")[1].Trim());
        Assert.Equal("no", Assert.Single(follower.Headers.Response.GetValues("X-Accel-Buffering")));
        Assert.True(follower.Headers.Response.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(Comparable(follower.Headers.Response, follower.Headers.Content), Comparable(head.Headers, head.Content.Headers));
    }

    [Fact]
    public async Task When_there_are_too_many_the_next_is_sent_away_and_let_in_when_one_has_gone()
    {
        var streams = _site.Services.GetRequiredService<EventStreams>();
        while (streams.TryOpen())
        {
            // All but none are left.
        }

        var refused = await _site.GetAsync(Stream);
        streams.Close();
        using var follower = await FollowAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Empty(await refused.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("event: state", await follower.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_has_ended_makes_room()
    {
        var streams = _site.Services.GetRequiredService<EventStreams>();
        await _site.SendAsync(HttpMethod.Head, Stream);
        await _site.SendAsync(HttpMethod.Get, Stream, ("Sec-Fetch-Site", "cross-site"));

        var room = 0;
        while (streams.TryOpen())
        {
            room++;
        }

        Assert.Equal(_site.Services.GetRequiredService<ConnectionLimits>().Streams, room);
    }

    [Fact]
    public async Task Another_site_cannot_hold_one_open()
    {
        var refused = await _site.SendAsync(HttpMethod.Get, Stream, ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task It_ends_when_the_site_stops()
    {
        using var follower = await FollowAsync();
        await follower.NextAsync();

        _site.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal("", await follower.NextAsync());
    }

    [Fact]
    public async Task Many_are_told_in_groups_one_after_the_other_and_spread_what_they_ask_for_then()
    {
        const int Followers = 600;
        const int Group = Followers / 20;
        var streams = new EventStreams(_site.Time, _site.Services.GetRequiredService<IHostApplicationLifetime>(), ConnectionLimits.For(null));
        var state = new FollowedState(streams, new FollowedVersion("one"));
        using var gone = new CancellationTokenSource();
        var told = new Told();
        var followers = Enumerable.Range(0, Followers).Select(_ => Task.Run(() => state.AnswerAsync(Context(told, gone.Token)))).ToList();
        await told.Reaches(Followers);

        var telling = state.PublishAsync(new FollowedVersion("two"));
        var isPaced = !telling.IsCompleted;
        List<int> steps = [];
        for (var group = 1; group <= 20; group++)
        {
            await told.Reaches(Followers + (group * Group));
            steps.Add(told.Count - Followers);
            _site.Time.Advance(TimeSpan.FromMilliseconds(10));
        }

        await telling;
        await gone.CancelAsync();
        await Task.WhenAll(followers);
        Assert.True(isPaced);
        Assert.Equal(Enumerable.Range(1, 20).Select(group => group * Group), steps);
        Assert.Equal("""event: state|data: {"spread":1198,"state":{"version":"two"}}""", told.Last);
    }

    private static DefaultHttpContext Context(Told told, CancellationToken gone)
    {
        var context = new DefaultHttpContext { RequestAborted = gone };
        context.Response.Body = told.Body();

        return context;
    }

    private static IEnumerable<string> Comparable(HttpResponseHeaders headers, HttpContentHeaders ofContent) =>
        headers.Concat(ofContent)
            .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);

    private async Task<Follower> FollowAsync()
    {
        var response = await _client.GetAsync(Stream, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        return new Follower(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    private sealed class Follower(HttpResponseMessage response, StreamReader lines) : IDisposable
    {
        public (HttpResponseHeaders Response, HttpContentHeaders Content) Headers => (response.Headers, response.Content.Headers);

        /// <summary>The lines of the next event with | between; nothing when the stream has ended.</summary>
        public async Task<string> NextAsync()
        {
            List<string> told = [];
            while (await lines.ReadLineAsync().WaitAsync(Patience) is { Length: > 0 } line)
            {
                told.Add(line);
            }

            return string.Join('|', told);
        }

        public void Dispose()
        {
            lines.Dispose();
            response.Dispose();
        }
    }

    /// <summary>Counts the events that all followers were told.</summary>
    private sealed class Told
    {
        private readonly Lock _counting = new();
        private readonly List<(int Wanted, TaskCompletionSource Reached)> _waiting = [];

        public int Count { get; private set; }

        public string Last { get; private set; } = "";

        public Stream Body() => new Counted(this);

        public Task Reaches(int wanted)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_counting)
            {
                _waiting.Add((wanted, reached));
                Tell();
            }

            return reached.Task.WaitAsync(Patience);
        }

        private void Add(string text)
        {
            lock (_counting)
            {
                Count++;
                Last = text.TrimEnd().Replace('\n', '|');
                Tell();
            }
        }

        private void Tell() => _waiting.Where(waiting => Count >= waiting.Wanted).ToList().ForEach(waiting => waiting.Reached.TrySetResult());

        private sealed class Counted(Told told) : MemoryStream
        {
            public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            {
                told.Add(System.Text.Encoding.UTF8.GetString(buffer.Span));

                return ValueTask.CompletedTask;
            }
        }
    }
}
