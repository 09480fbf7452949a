using System.Collections.Concurrent;
using System.Diagnostics;

namespace TenkTanken.Benchmarks.Rooms;

/// <summary>Many phones, which come in at any moment, and answer as soon as they are in. What a browser has already is not asked for.</summary>
internal sealed class Hall(Uri site, string code, bool follow) : IDisposable
{
    private const string Join = "/nb/bli-med";

    private readonly ConcurrentBag<Browser> _browsers = [];
    private readonly ConcurrentDictionary<string, int> _failures = new();
    private readonly ConcurrentDictionary<int, int> _chosen = new();

    public Times Pages { get; } = new();

    public Times Posts { get; } = new();

    /// <summary>When each answer was said to have been received.</summary>
    public ConcurrentQueue<long> Acknowledged { get; } = new();

    /// <summary>What went wrong, and how often.</summary>
    public IReadOnlyDictionary<string, int> Failures => _failures;

    /// <summary>How often each thing was chosen and acknowledged, by its place.</summary>
    public IReadOnlyDictionary<int, int> Chosen => _chosen;

    /// <summary>Done when the last has answered.</summary>
    public async Task<TimeSpan> ComeAsync(int people, TimeSpan within)
    {
        var begun = Stopwatch.GetTimestamp();
        var chance = new Random(people);
        await Task.WhenAll(Enumerable.Range(0, people).Select(person => AnswerAsync(person, chance.NextDouble() * within)).ToList());

        return Stopwatch.GetElapsedTime(begun);
    }

    public void Dispose()
    {
        foreach (var browser in _browsers)
        {
            browser.Dispose();
        }
    }

    private async Task AnswerAsync(int person, TimeSpan after)
    {
        await Task.Delay(after);
        try
        {
            var browser = new Browser(site);
            _browsers.Add(browser);
            var first = await Pages.OfAsync(browser.GetAsync(Join));
            var phone = await Posts.OfAsync(browser.PostAsync(
                Join, ("_handler", "join-room"), ("deltaker", Browser.Fields(first, "deltaker")[0]), ("kode", code)));
            var page = await Pages.OfAsync(browser.GetAsync(phone));
            if (follow)
            {
                _ = FollowAsync(browser, phone);
            }

            var choices = Browser.Fields(page, "valg");
            var choice = person % choices.Count;
            await Posts.OfAsync(browser.PostAsync(
                phone, ("_handler", "answer"), ("avstemning", Browser.Fields(page, "avstemning")[0]), ("valg", choices[choice])));
            Acknowledged.Enqueue(Stopwatch.GetTimestamp());
            _chosen.AddOrUpdate(choice, 1, (_, before) => before + 1);
            await Pages.OfAsync(browser.GetAsync(phone));
        }
        catch (Exception exception) when (exception is HttpRequestException or UnexpectedAnswerException or TaskCanceledException)
        {
            Failed(exception.Message);
        }
    }

    private async Task FollowAsync(Browser browser, string phone)
    {
        try
        {
            await browser.FollowAsync($"/rom/{phone.Split('/')[^1]}", () => Task.CompletedTask);
        }
        catch (UnexpectedAnswerException refused)
        {
            Failed($"stream {refused.Message}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The hall has gone home.
        }
    }

    private void Failed(string why) => _failures.AddOrUpdate(why, 1, (_, before) => before + 1);
}
