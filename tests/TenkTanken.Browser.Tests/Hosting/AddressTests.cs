using System.Net;
using Xunit;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>Of a site that is told nothing, <see cref="WorkingDirectoryTests"/> tells.</summary>
public sealed class AddressTests(TestBench bench)
{
    private static readonly HttpClient Client = new();

    [Fact]
    public async Task It_listens_where_it_is_told_to_and_says_in_one_line_what_it_has_loaded_and_where_it_listens()
    {
        var site = bench.Site;

        var line = Assert.Single(site.Lines, line => line.Contains("Listening on ", StringComparison.Ordinal));
        using var answer = await Client.GetAsync($"{site.ToldAddress}/nb/tegn");

        Assert.EndsWith($"Listening on {site.ToldAddress}", line, StringComparison.Ordinal);
        Assert.Contains($"edition {Words.Library.Current.Id} ({string.Join(", ", Words.Library.Current.ByLanguage.Keys)})", line, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
