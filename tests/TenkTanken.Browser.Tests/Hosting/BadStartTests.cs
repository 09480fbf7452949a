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
    public async Task Every_fault_is_named_at_once()
    {
        var content = Path.Combine(_folder.FullName, "no-such-folder");
        var data = AFile("data");

        var (code, lines) = await StartAsync(new()
        {
            ["Content__Folder"] = content,
            ["Data__Folder"] = data,
            ["Data__Keys"] = "",
            ["Data__Foldr"] = "somewhere",
        });

        Assert.Equal(1, code);
        Assert.All(lines, line => Assert.Contains("Cannot start: ", line, StringComparison.Ordinal));
        foreach (var named in new[] { content, data, "Data:Keys is empty", "Data:Foldr is not a setting" })
        {
            Assert.Contains(lines, line => line.Contains(named, StringComparison.Ordinal));
        }

        Assert.Equal(["data"], Left());
        Assert.Equal("left as it is", await File.ReadAllTextAsync(data));
    }

    [Fact]
    public async Task A_content_folder_that_is_not_there_is_named_and_nothing_is_created()
    {
        var content = Path.Combine(_folder.FullName, "no-such-folder");

        var (code, lines) = await StartAsync(new() { ["Content__Folder"] = content });

        Assert.Equal(1, code);
        Assert.Contains(content, Assert.Single(lines), StringComparison.Ordinal);
        Assert.Empty(Left());
    }

    [Fact]
    public async Task A_content_folder_that_is_a_file_is_named_and_left_alone()
    {
        var content = AFile("content");

        var (code, lines) = await StartAsync(new() { ["Content__Folder"] = content });

        Assert.Equal(1, code);
        Assert.Contains(content, Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(["content"], Left());
        Assert.Equal("left as it is", await File.ReadAllTextAsync(content));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named_and_left_alone()
    {
        var data = AFile("data");

        var (code, lines) = await StartAsync(new() { ["Data__Folder"] = data });

        Assert.Equal(1, code);
        Assert.Contains(data, Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal("left as it is", await File.ReadAllTextAsync(data));
    }

    [Fact]
    public async Task A_port_that_somebody_else_has_is_named()
    {
        using var other = new TcpListener(IPAddress.Any, RunningSite.PortOfOurOwn());
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, lines) = await StartAsync(new() { ["ASPNETCORE_URLS"] = "", ["ASPNETCORE_HTTP_PORTS"] = $"{port}" });

        Assert.Equal(1, code);
        var line = Assert.Single(lines);
        Assert.Contains($"Cannot start: http://*:{port} is in use", line, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_HTTP_PORTS", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_wrong_with_addresses_is_named_at_once_and_nothing_is_created()
    {
        var (code, lines) = await StartAsync(new()
        {
            ["ASPNETCORE_URLS"] = "localhost:5080;http://127.0.0.1:99999;http://tenktanken.example:5080;"
                + "http://127.0.0.1:0/tenk;http://unix:/no/such/folder/site.sock",
            ["ASPNETCORE_PATHBASE"] = "/tenk",
            ["Site__Address"] = "https://tenktanken.example/tenk",
        });

        Assert.Equal(1, code);
        Assert.Equal(7, lines.Count);
        Assert.All(lines, line => Assert.Contains("Cannot start: ", line, StringComparison.Ordinal));
        Assert.Equal(5, lines.Count(line => line.EndsWith(" in ASPNETCORE_URLS.", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains("ASPNETCORE_PATHBASE is /tenk", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Site:Address is https://tenktanken.example/tenk, which has a path", StringComparison.Ordinal));
        Assert.Empty(Left());
    }

    [Fact]
    public async Task Each_address_where_it_cannot_listen_gets_one_line_with_its_setting()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var socket = AFile("site.sock");

        var (code, lines) = await StartAsync(new()
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:0;http://192.0.2.1:5080;http://{other.LocalEndpoint};http://unix:{socket}",
        });

        Assert.Equal(1, code);
        Assert.Collection(
            lines,
            line => Assert.Contains("Cannot start: http://192.0.2.1:5080 is not an address of this machine.", line, StringComparison.Ordinal),
            line => Assert.Contains($"Cannot start: http://{other.LocalEndpoint} is in use", line, StringComparison.Ordinal),
            line => Assert.Contains($"Cannot start: http://unix:{socket} is in use", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.EndsWith(" in ASPNETCORE_URLS.", line, StringComparison.Ordinal));
        Assert.Equal(["site.sock"], Left());
        Assert.Equal("left as it is", await File.ReadAllTextAsync(socket));
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
