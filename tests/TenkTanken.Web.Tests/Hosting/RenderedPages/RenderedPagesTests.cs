using System.IO.Compression;
using System.Net;
using System.Text;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.RenderedPages;

/// <summary>A page to read is rendered once, and then is as fast as a file. Nobody notices but by that.</summary>
public sealed class RenderedPagesTests(TestSite site, SmallContent small) : IClassFixture<TestSite>, IClassFixture<SmallContent>
{
    private const string Signs = "/nb/tegn";

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Whoever_comes_later_gets_the_same_as_the_first(string encoding)
    {
        await using var fresh = new TestSite();
        var first = await AskAsync(fresh, Signs, encoding);
        var second = await AskAsync(fresh, Signs, encoding);

        Assert.Equal(encoding, string.Join(", ", first.Content.Headers.ContentEncoding));
        Assert.Equal("Accept-Encoding", string.Join(", ", first.Headers.Vary));
        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(Headers(first).Where(header => !IsOfTheBytes(header)), Headers(second).Where(header => !IsOfTheBytes(header)));
        Assert.Equal(await PlainAsync(first), await PlainAsync(second));
        Assert.Equal((await second.Content.ReadAsByteArrayAsync()).Length, second.Content.Headers.ContentLength);
        Assert.True(encoding.Length == 0 || second.Content.Headers.ContentLength < (await PlainAsync(second)).Length / 3);
    }

    [Theory]
    [InlineData("br;q=0.8, gzip;q=0.5", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0", "")]
    [InlineData("deflate, gzip, br, zstd", "br")]
    [InlineData("GZIP", "gzip")]
    [InlineData("brr", "")]
    [InlineData("gzip;nonsense;;", "")]
    public async Task It_is_compressed_as_it_is_asked_for(string accepted, string encoding)
    {
        var answer = await AskAsync(site, Signs, accepted);

        Assert.Equal(encoding, string.Join(", ", answer.Content.Headers.ContentEncoding));
        Assert.Contains("<h1", await PlainAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_it_already_is_told_so_and_each_compression_is_another()
    {
        await PlainAsync(await AskAsync(site, Signs, "br"));
        string[] encodings = ["", "gzip", "br"];
        var tags = new List<string>();
        foreach (var encoding in encodings)
        {
            tags.Add((await AskAsync(site, Signs, encoding)).Headers.ETag!.ToString());
        }

        Assert.Equal(3, tags.Distinct().Count());
        var plain = tags[0];
        var unchanged = await site.SendAsync(HttpMethod.Get, Signs, ("If-None-Match", $"\"other\", {plain}"));
        var others = await site.SendAsync(HttpMethod.Get, Signs, ("If-None-Match", $"\"other\", {tags[1]}"));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (unchanged.StatusCode, others.StatusCode));
        Assert.Equal(plain, unchanged.Headers.ETag!.ToString());
        Assert.True(unchanged.Headers.Contains("Content-Security-Policy"));
        Assert.Equal("Accept-Encoding", string.Join(", ", unchanged.Headers.Vary));
        Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Headers_alone_are_those_of_the_page()
    {
        var page = await AskAsync(site, Signs, "");
        await PlainAsync(page);

        var head = await site.SendAsync(HttpMethod.Head, Signs);

        Assert.Equal(Headers(page), Headers(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task With_new_words_nobody_gets_what_was()
    {
        using var content = TemporaryContent.Of(small);
        await using var edited = new TestSite(content.Folder);
        var before = await PlainAsync(await AskAsync(edited, Signs, "br"));

        content.Replace("texts/nb.yaml", "Forlat siden", "Dra herfra");
        edited.Live.Look();

        Assert.Equal(before.Replace("Forlat siden", "Dra herfra", StringComparison.Ordinal), await PlainAsync(await AskAsync(edited, Signs, "br")));
    }

    [Fact]
    public async Task On_another_day_what_grows_old_has_grown_old()
    {
        await using var later = new TestSite();
        var day = new DateOnly(2099, 12, 1);
        var page = later.Words.Pages.First(page => later.Words.FactsOn(page).Any(fact => fact.IsOverdue(day)));
        var before = await PlainAsync(await AskAsync(later, page.Address, "br"));

        // Not by letting the years pass: every hour of them would be one at which things are forgotten.
        later.Time.AdjustTime(new(day, TimeOnly.MinValue, TimeSpan.Zero));
        var after = await PlainAsync(await AskAsync(later, page.Address, "br"));

        Assert.DoesNotContain("notice overdue", before, StringComparison.Ordinal);
        Assert.Contains("notice overdue", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_words_change_everybody_gets_a_whole_page()
    {
        using var content = TemporaryContent.Of(small);
        await using var edited = new TestSite(content.Folder);
        string[] names = ["Forlat siden", "Dra herfra"];
        var whole = new HashSet<string>();
        var isOver = false;
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver))
            {
                var page = await PlainAsync(await AskAsync(edited, Signs, "gzip"));
                lock (whole)
                {
                    whole.Add(page);
                }
            }
        })).ToList();

        for (var i = 0; i < 6; i++)
        {
            content.Replace("texts/nb.yaml", names[i % 2], names[(i + 1) % 2]);
            edited.Live.Look();
            var now = await PlainAsync(await AskAsync(edited, Signs, "gzip"));
            Assert.Contains(names[(i + 1) % 2], now, StringComparison.Ordinal);
            Assert.DoesNotContain(names[i % 2], now, StringComparison.Ordinal);
        }

        Volatile.Write(ref isOver, true);
        await Task.WhenAll(readers);
        Assert.Equal(2, whole.Count);
        Assert.All(whole, page => Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nb/kom-tilbake")] // a code is typed
    [InlineData("/nb/ov")] // an island
    [InlineData("/nb/tegn?q=1")]
    [InlineData("/nb/finnes-ikke")]
    public async Task What_is_somebodys_own_or_no_page_is_neither_kept_nor_compressed(string path)
    {
        for (var i = 0; i < 2; i++)
        {
            var answer = await AskAsync(site, path, "br, gzip");

            Assert.Null(answer.Headers.ETag);
            Assert.Empty(answer.Content.Headers.ContentEncoding);
        }
    }

    [Fact]
    public async Task What_is_kept_has_nothing_of_whoever_asked_nor_of_where_they_asked()
    {
        await using var elsewhere = new TestSite();
        var kept = new List<PageKind>();
        foreach (var page in site.Words.Pages)
        {
            var here = await AskAsync(site, page.Address, "");
            var there = await elsewhere.SendAsync(
                HttpMethod.Get, page.Address, ("Host", "other.example:8080"), ("User-Agent", "other"), ("Accept-Language", "en"));
            if (here.Headers.ETag is not null)
            {
                Assert.Equal(here.Headers.ETag, there.Headers.ETag);
                kept.Add(page.Kind);
            }
        }

        Assert.DoesNotContain(PageKind.ComeBack, kept);
        Assert.DoesNotContain(PageKind.Practice, kept);
        Assert.DoesNotContain(PageKind.Presentation, kept);
        Assert.Contains(PageKind.Home, kept);
        Assert.Contains(PageKind.Signs, kept);
        Assert.Contains(PageKind.Checklist, kept);
    }

    [Fact]
    public async Task An_answer_to_a_form_is_neither_kept_nor_compressed()
    {
        var before = await PlainAsync(await AskAsync(site, TestSite.Checklist, ""));
        var posted = await site.PostAsync(TestSite.Checklist, [("sign-fear-or-stress", "noticed"), ("do", "reflect")],
            ("Origin", site.Address), ("Accept-Encoding", "br, gzip"));

        Assert.Null(posted.Headers.ETag);
        Assert.Empty(posted.Content.Headers.ContentEncoding);
        Assert.NotNull((await posted.PageAsync()).Field("token"));
        Assert.Equal(before, await PlainAsync(await AskAsync(site, TestSite.Checklist, "")));
        Assert.DoesNotContain("name=\"token\"", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_a_secure_connection_its_headers_say_so_and_otherwise_not()
    {
        var plain = await AskAsync(site, Signs, "");
        var secure = await site.SendAsync(HttpMethod.Get, Signs, ("X-Forwarded-Proto", "https"));
        var again = await site.SendAsync(HttpMethod.Get, Signs, ("X-Forwarded-Proto", "https"));

        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        Assert.True(secure.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(Headers(secure), Headers(again));
    }

    [Fact]
    public async Task A_host_that_is_none_gets_no_page_though_there_is_one()
    {
        await PlainAsync(await AskAsync(site, Signs, ""));

        var answer = await site.SendAsync(HttpMethod.Get, Signs, ("Host", "a..b"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task How_many_were_read_is_told_once_a_minute_and_of_pages_where_people_answer_nothing()
    {
        await using var counted = new TestSite();
        foreach (var path in new[] { Signs, Signs, Signs, TestSite.Checklist, TestSite.Checklist })
        {
            await PlainAsync(await AskAsync(counted, path, ""));
        }

        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                counted.Time.Advance(TimeSpan.FromMinutes(1));

                return Told(counted).Any();
            },
            TimeSpan.FromMinutes(1)));
        Assert.Equal(["Information: GET pages from memory: 2"], Told(counted));
    }

    private static async Task<HttpResponseMessage> AskAsync(TestSite asked, string path, string accepted) =>
        await asked.SendAsync(HttpMethod.Get, path, [.. accepted.Length == 0 ? Array.Empty<(string, string)>() : [("Accept-Encoding", accepted)]]);

    private static async Task<string> PlainAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        await using var body = new MemoryStream(bytes);
        await using Stream plain = string.Join(", ", answer.Content.Headers.ContentEncoding) switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };

        return await new StreamReader(plain, Encoding.UTF8).ReadToEndAsync();
    }

    private static IEnumerable<string> Told(TestSite asked) => asked.Log.Lines.Where(line => line.Contains("from memory", StringComparison.Ordinal));

    private static IEnumerable<string> Headers(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);

    /// <summary>Meanwhile it may have been compressed better.</summary>
    private static bool IsOfTheBytes(string header) => header.Split(':')[0] is "ETag" or "Content-Length";
}
