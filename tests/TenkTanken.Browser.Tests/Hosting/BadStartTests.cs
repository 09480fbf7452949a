using System.Net;
using System.Net.Sockets;
using Xunit;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>A site that cannot start says why, all of it at once, and has touched nothing.</summary>
public sealed class BadStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tenktanken-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_fault_gets_one_line_and_what_is_there_is_left_as_it_is()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (content, data, socket) = (AFile("content"), AFile("data"), AFile("site.sock"));

        var (code, lines) = await StartAsync(new()
        {
            ["Content__Folder"] = content,
            ["Data__Folder"] = data,
            ["Data__Keys"] = "",
            ["Data__Foldr"] = "somewhere",
            ["Site__Address"] = "https://tenktanken.example/tenk",
            ["ASPNETCORE_PATHBASE"] = "/tenk",
            ["ASPNETCORE_URLS"] = "localhost:5080;http://127.0.0.1:99999;http://tenktanken.example:5080;"
                + "http://127.0.0.1:0/tenk;http://unix:/no/such/folder/site.sock;"
                + $"http://127.0.0.1:0;http://192.0.2.1:5080;http://{other.LocalEndpoint};http://unix:{socket}",
        });

        Assert.Equal(1, code);
        string[] named =
        [
            content,
            $"Data:Folder is {data}, which is a file",
            "Data:Keys is empty",
            "Data:Foldr is not a setting",
            "Site:Address is https://tenktanken.example/tenk, which has a path",
            "ASPNETCORE_PATHBASE is /tenk",
            "Cannot start: localhost:5080 ",
            "Cannot start: http://127.0.0.1:99999 ",
            "Cannot start: http://tenktanken.example:5080 ",
            "Cannot start: http://127.0.0.1:0/tenk ",
            "Cannot start: http://unix:/no/such/folder/site.sock ",
            "Cannot start: http://192.0.2.1:5080 is not an address of this machine.",
            $"Cannot start: http://{other.LocalEndpoint} is in use",
            $"Cannot start: http://unix:{socket} is in use",
        ];
        Assert.All(named, name => Assert.Single(lines, line => line.Contains(name, StringComparison.Ordinal)));
        Assert.Equal(named.Length, lines.Count);
        Assert.All(lines, line => Assert.Contains("Cannot start: ", line, StringComparison.Ordinal));
        Assert.Equal(8, lines.Count(line => line.EndsWith(" in ASPNETCORE_URLS.", StringComparison.Ordinal)));
        Assert.Equal(["content", "data", "site.sock"], Left());
        Assert.All(new[] { content, data, socket }, file => Assert.Equal("left as it is", File.ReadAllText(file)));
    }

    [Fact]
    public async Task A_content_folder_that_is_not_there_and_a_port_that_somebody_else_has_are_named_and_nothing_is_created()
    {
        var content = Path.Combine(_folder.FullName, "no-such-folder");
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, lines) = await StartAsync(new()
        {
            ["Content__Folder"] = content,
            ["ASPNETCORE_URLS"] = "",
            ["ASPNETCORE_HTTP_PORTS"] = $"{port}",
        });

        Assert.Equal(1, code);
        Assert.Collection(
            lines,
            line => Assert.Matches($@"Cannot start: http://\*:{port} is in use.*ASPNETCORE_HTTP_PORTS", line),
            line => Assert.Contains(content, line, StringComparison.Ordinal));
        Assert.Empty(Left());
    }

    [Fact]
    public async Task An_address_without_the_certificate_it_needs_is_named()
    {
        var (code, lines) = await StartAsync(new() { ["URLS"] = "https://127.0.0.1:0", ["HOME"] = _folder.FullName }); // where developers have one

        Assert.Equal(1, code);
        var line = Assert.Single(lines, line => !line.Contains(" Information ", StringComparison.Ordinal));
        Assert.Contains("Cannot start: https://127.0.0.1:0 needs a certificate (URLS): ", line, StringComparison.Ordinal);
    }

    /// <summary>Starts a site that is not to come up. What is not said here is as in a start that goes well.</summary>
    private async Task<(int Code, IReadOnlyList<string> Lines)> StartAsync(Dictionary<string, string> variables)
    {
        variables.TryAdd("ASPNETCORE_URLS", "http://127.0.0.1:0");
        variables.TryAdd("Data__Folder", Path.Combine(_folder.FullName, "new-data"));
        await using var site = SiteProcess.Start(variables);

        return (await site.ExitCodeAsync(), site.Lines);
    }

    private string AFile(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, "left as it is");

        return path;
    }

    private IEnumerable<string> Left() => _folder.EnumerateFileSystemInfos().Select(left => left.Name).Order();
}
