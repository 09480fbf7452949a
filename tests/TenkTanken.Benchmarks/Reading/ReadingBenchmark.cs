using System.Globalization;

namespace TenkTanken.Benchmarks.Reading;

/// <summary>A page to read, asked for as fast as can be, beside nginx with the same bytes and headers on the same core.</summary>
internal static class ReadingBenchmark
{
    private const string Page = "/nb/tegn";
    private const int Runs = 9;

    /// <summary>Of nginx as it comes; and of nginx that keeps its files open.</summary>
    private const double LeastOfNginx = 1.0;
    private const double LeastOfNginxWithCache = 0.9;

    private static readonly string[] Encodings = ["", "gzip", "br"];

    /// <returns>The exit code: 1 when a target is missed.</returns>
    public static async Task<int> RunAsync(int seconds, CancellationToken cancellationToken)
    {
        await using var site = await MeasuredSite.StartAsync(TimeSpan.Zero, cancellationToken);
        var pages = new List<SentPage>();
        foreach (var encoding in Encodings)
        {
            pages.Add(await SentPage.AskAsync(site.Address, Page, encoding, cancellationToken));
        }

        await using var nginx = await Nginx.StartAsync(pages, keepsOpen: false, cancellationToken);
        await using var cached = await Nginx.StartAsync(pages, keepsOpen: true, cancellationToken);
        Console.WriteLine($"{Page}, 64 connections, the server on one core and wrk on the other; median of {Runs} runs of {seconds} s, one after the other");
        Console.WriteLine("                              requests a second        p99 ms   to nginx   to nginx, files kept open");
        var isMet = true;
        foreach (var page in pages)
        {
            isMet &= Compare(page.Name, page.Headers(Page, unchanged: false), site.Address, nginx.Address, cached.Address, seconds);
        }

        isMet &= Compare("304", pages[0].Headers(Page, unchanged: true), site.Address, nginx.Address, cached.Address, seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory of the site afterwards: {site.Memory / 1024.0 / 1024:0} MiB"));

        return isMet ? 0 : 1;
    }

    private static bool Compare(string name, IReadOnlyList<string> headers, Uri site, Uri nginx, Uri cached, int seconds)
    {
        var (ours, theirs, theirsCached) = (new List<Load>(), new List<Load>(), new List<Load>());
        for (var run = 0; run < Runs; run++)
        {
            ours.Add(Load.Of(new Uri(site, Page), headers, seconds));
            theirs.Add(Load.Of(new Uri(nginx, Page), headers, seconds));
            theirsCached.Add(Load.Of(new Uri(cached, Page), headers, seconds));
        }

        var (us, them, themCached) = (Load.MedianOf(ours), Load.MedianOf(theirs), Load.MedianOf(theirsCached));
        var (ratio, ratioCached) = (us.PerSecond / them.PerSecond, us.PerSecond / themCached.PerSecond);
        var isMet = ratio >= LeastOfNginx && ratioCached >= LeastOfNginxWithCache && us.P99 <= them.P99;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-8} site · nginx · kept open  {us.PerSecond,6:0} · {them.PerSecond,6:0} · {themCached.PerSecond,6:0}"
                + $"   {us.P99,5:0.0} · {them.P99,5:0.0} · {themCached.P99,5:0.0}   {ratio:0.00}   {ratioCached:0.00}   {(isMet ? "met" : "NOT MET")}"));

        return isMet;
    }
}
