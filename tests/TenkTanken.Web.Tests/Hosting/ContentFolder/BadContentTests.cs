using System.Net;
using TenkTanken.Content.Tests;
using TenkTanken.Content.Tests.BadFiles;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.ContentFolder;

/// <summary>Content of every sort of brokenness under a running site: its readers notice nothing.</summary>
public sealed class BadContentTests
{
    private const string Page = "/nb/samtale";

    [Fact]
    public async Task Whatever_is_broken_readers_get_the_last_good_page_and_the_log_says_what_it_was()
    {
        using var content = new BreakableContent(Repository.Content);
        await using var site = new TestSite(content.Folder);
        var before = await PageAsync(site);
        var (wrong, broken) = (new List<string>(), 0);

        // The content's own tests go through all of the corpus; these are a sixth of it. One follows on the other: what is
        // served all the while is what was good before the first.
        foreach (var one in Corpus.Of(content).Where((_, number) => number % 6 == 1))
        {
            var good = site.Library;
            one.Break(content);
            site.Live.Look();
            content.Undo();
            if (ReferenceEquals(site.Library, good))
            {
                broken++;
                wrong.AddRange(await PageAsync(site) == before ? [] : [one.Name]);
            }
            else
            {
                // Damage that did no harm: the words may be others now.
                before = await PageAsync(site);
            }
        }

        site.Live.Look();
        Assert.Empty(wrong);
        Assert.True(broken >= 150, $"{broken}");
        Assert.DoesNotContain(site.Log.Lines, line => line.StartsWith("Error:", StringComparison.Ordinal));
        Assert.True(site.Log.Lines.Count(line => line.StartsWith("Warning: In the content:", StringComparison.Ordinal)) >= 150);
    }

    private static async Task<string> PageAsync(TestSite site)
    {
        var answer = await site.GetAsync(Page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        return await answer.Content.ReadAsStringAsync();
    }
}
