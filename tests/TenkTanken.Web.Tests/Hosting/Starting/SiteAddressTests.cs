using TenkTanken.Web.Hosting.Starting;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Starting;

public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("https://tenktanken.example", "https://tenktanken.example/nb/tegn")]
    [InlineData("https://tenktanken.example/", "https://tenktanken.example/nb/tegn")]
    [InlineData(" https://tenktanken.example ", "https://tenktanken.example/nb/tegn")]
    [InlineData("HTTPS://TenkTanken.example:443", "https://tenktanken.example/nb/tegn")]
    [InlineData("https://tenktanken.example:8443", "https://tenktanken.example:8443/nb/tegn")]
    [InlineData("https://tænk.example", "https://xn--tnk-yla.example/nb/tegn")]
    [InlineData("https://10.1.2.3", "https://10.1.2.3/nb/tegn")]
    [InlineData("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443/nb/tegn")]
    [InlineData("http://localhost:5080", "http://localhost:5080/nb/tegn")]
    [InlineData("http://127.0.0.1", "http://127.0.0.1/nb/tegn")]
    [InlineData("http://[::1]:5080/", "http://[::1]:5080/nb/tegn")]
    public void A_path_below_it_is_written_in_full(string written, string expected)
    {
        var faults = new List<string>();

        var address = SiteAddress.Read(written, faults);

        Assert.Empty(faults);
        Assert.Equal(expected, address!.Of("/nb/tegn"));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  ", "is empty")]
    [InlineData("tenktanken.example", "does not begin with https://")]
    [InlineData("localhost:5080", "does not begin with https://")]
    [InlineData("//tenktanken.example", "does not begin with https://")]
    [InlineData("/nb/", "does not begin with https://")]
    [InlineData("ftp://tenktanken.example", "does not begin with https://")]
    [InlineData("\"https://tenktanken.example\"", "does not begin with https://")]
    [InlineData("https:/tenktanken.example", "does not begin with https://")]
    [InlineData("https://", "is no address")]
    [InlineData("https://tenk tanken.example", "is no address")]
    [InlineData("https://tenktanken.example:99999", "is no address")]
    [InlineData("https://tenktanken.example:port", "is no address")]
    [InlineData("https:\\\\tenktanken.example", "does not begin with https://")]
    [InlineData("https://tenktanken.example\\nb", "is no address")]
    [InlineData("https://*", "is no address")]
    [InlineData("https://tenktanken.example/tenk", "has a path")]
    [InlineData("https://tenktanken.example/tenk/", "has a path")]
    [InlineData("https://tenktanken.example//", "has a path")]
    [InlineData("https://tenktanken.example/?", "has a ? or a #")]
    [InlineData("https://tenktanken.example?a=b", "has a ? or a #")]
    [InlineData("https://tenktanken.example/#top", "has a ? or a #")]
    [InlineData("https://anne@tenktanken.example", "has a name or a password")]
    [InlineData("https://anne:secret@tenktanken.example", "has a name or a password")]
    [InlineData("http://tenktanken.example", "not encrypted")]
    [InlineData("http://10.1.2.3:5080", "not encrypted")]
    [InlineData("http://localhost.example", "not encrypted")]
    public void What_is_no_address_of_a_site_is_told_with_one_that_is(string written, string expected)
    {
        var faults = new List<string>();

        Assert.Null(SiteAddress.Read(written, faults));

        var fault = Assert.Single(faults);
        Assert.StartsWith("Site:Address ", fault, StringComparison.Ordinal);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.Matches("https?://(tenktanken.example|localhost:5080)", fault);
    }
}
