using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using TenkTanken.Web.Hosting.Starting;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Starting;

/// <summary>Each address that cannot be listened on gets one line: which it is, in which setting, and what to write.</summary>
public sealed class ListenAddressesTests
{
    private const string Variables = "TENKTANKEN_TEST_";

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("HTTP://LocalHost:5080/")]
    [InlineData("http://site.localhost:5080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://[::]")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://127.0.0.1")]
    [InlineData("https://*:443")]
    [InlineData("http://unix:/tmp/tenktanken.sock")]
    [InlineData("http://localhost:5080; http://127.0.0.1:5081 ;")]
    public void What_the_server_takes_has_no_fault(string urls)
    {
        Assert.Empty(Faults(("urls", urls)));
    }

    [Theory]
    [InlineData("localhost:5080", "Write http://localhost:5080 in")]
    [InlineData("5080", "Write http://localhost:5080 in")]
    [InlineData(":5080", "Write http://localhost:5080 in")]
    [InlineData("//localhost:5080", "Write http://localhost:5080 in")]
    [InlineData("http:/localhost:5080", "does not begin with http://")]
    [InlineData("http://", "does not begin with http://")]
    [InlineData("htp://localhost:5080", "Write http://localhost:5080 in")]
    [InlineData("\"http://localhost:5080\"", "begins with \"http://")]
    [InlineData("ws://localhost:5080", "Write http://localhost:5080 in")]
    [InlineData("http://localhost:99999", "is not a number from 0 to 65535")]
    [InlineData("http://localhost:65536", "is not a number from 0 to 65535")]
    [InlineData("http://localhost:-1", "is not a number from 0 to 65535")]
    [InlineData("http://localhost:", "is not a number from 0 to 65535")]
    [InlineData("http://localhost:port", "is not a number from 0 to 65535")]
    [InlineData("http://localhost:50 80", "is not a number from 0 to 65535")]
    [InlineData("http://127.0.0.1:5080,http://127.0.0.1:5081", "semicolon")]
    [InlineData("http://localhost:0", "Write http://127.0.0.1:0 in")]
    [InlineData("http://localhost:5080/tenk", "has a path, /tenk")]
    [InlineData("http://localhost:5080/tenk/", "Write http://localhost:5080 in")]
    [InlineData("http://localhost:5080?tenk", "has a path, ?tenk")]
    [InlineData("http://tenktanken.example:5080", "listens on addresses of its machine, not on names")]
    [InlineData("http://locahost:5080", "names «locahost»")]
    [InlineData("http://anne@localhost:5080", "names «anne@localhost»")]
    [InlineData("http://256.1.1.1:5080", "names «256.1.1.1»")]
    [InlineData("http://unix:tenktanken.sock", "is no socket")]
    [InlineData("http://unix:/", "is no socket")]
    [InlineData("http://unix:/no/such/folder/tenktanken.sock", "/no/such/folder, which is not there")]
    [InlineData("http://unix:/tmp", "is a folder")]
    [InlineData("http://unix:/tmp/a-name-that-is-far-too-long-for-a-socket-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789",
        "too long for a socket")]
    public void What_it_does_not_take_is_told_with_what_to_write(string urls, string expected)
    {
        var fault = Assert.Single(Faults(("urls", urls)));

        Assert.StartsWith(urls, fault, StringComparison.Ordinal);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.EndsWith(" in ASPNETCORE_URLS.", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http_ports", "80x", "80x")]
    [InlineData("http_ports", "8080;99999", "99999")]
    [InlineData("http_ports", "8080,8081", "8080,8081")]
    [InlineData("http_ports", "http://localhost:5080", "http://localhost:5080")]
    [InlineData("http_ports", ":8080", ":8080")]
    [InlineData("https_ports", "ninety", "ninety")]
    public void Ports_alone_are_told_too(string key, string ports, string port)
    {
        var fault = Assert.Single(Faults((key, ports)));

        Assert.StartsWith($"«{port}» in ASPNETCORE_{key.ToUpperInvariant()} is no port", fault, StringComparison.Ordinal);
        Assert.Contains("Write the number alone", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_addresses_each_that_is_wrong_gets_its_line()
    {
        var faults = Faults(("urls", "localhost:5080;http://127.0.0.1:0;http://localhost:99999"));

        Assert.Collection(
            faults,
            fault => Assert.StartsWith("localhost:5080 ", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("http://localhost:99999 ", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void The_setting_is_named_as_it_was_written()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("tenktanken-settings-").FullName, "appsettings.json");
        File.WriteAllText(file, """{ "Urls": "localhost:1" }""");
        Environment.SetEnvironmentVariable(Variables + "URLS", "localhost:1");
        var variables = new ConfigurationBuilder().AddEnvironmentVariables(Variables).Build();

        (string Setting, IConfiguration Configuration)[] written =
        [
            ("Urls in appsettings.json", new ConfigurationBuilder().AddJsonFile(file).Build()),
            (Variables + "URLS", new ConfigurationBuilder().AddJsonFile(file).AddEnvironmentVariables(Variables).Build()),
            (Variables + "URLS", new ConfigurationBuilder().AddConfiguration(variables).Build()),
            ("--urls", new ConfigurationBuilder().AddJsonFile(file).AddCommandLine(["--urls", "localhost:1"]).Build()),
            ("Kestrel:Endpoints:Web:Url", With([("Kestrel:Endpoints:Web:Url", "localhost:1"), ("urls", "http://localhost:5080")])),
            ("Kestrel:Endpoints:Web:Url", With([("Kestrel:Endpoints:Web:Protocols", "Http1")])),
        ];

        Assert.All(written, one => Assert.EndsWith(
            $" in {one.Setting}.",
            Assert.Single(ListenAddresses.Faults(one.Configuration)),
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pathbase", "/tenk", "ASPNETCORE_PATHBASE")]
    [InlineData("PathBase", "tenk", "ASPNETCORE_PATHBASE")]
    [InlineData("appl_path", "/tenk/", "ASPNETCORE_APPL_PATH")]
    public void A_sub_path_is_refused_in_words(string key, string path, string setting)
    {
        Assert.StartsWith($"{setting} is {path}: the site cannot stand below a path.", Assert.Single(Faults((key, path))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pathbase", "/")]
    [InlineData("appl_path", "/")]
    [InlineData("pathbase", "")]
    public void The_root_is_no_sub_path(string key, string path)
    {
        Assert.Empty(Faults((key, path)));
    }

    [Fact]
    public void An_address_that_is_taken_is_named_by_itself_whichever_setting_it_came_from()
    {
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        (string Taken, string Key, string Value, string Setting)[] told =
        [
            ($"http://*:{port}", "http_ports", $"0;{port}", "ASPNETCORE_HTTP_PORTS"),
            ($"http://127.0.0.1:{port}", "urls", $"http://127.0.0.1:0;http://127.0.0.1:{port}", "ASPNETCORE_URLS"),
            ($"http://localhost:{port}", "urls", $"http://localhost:{port}", "ASPNETCORE_URLS"),
            ($"http://0.0.0.0:{port}", "Kestrel:Endpoints:Web:Url", $"http://0.0.0.0:{port}", "Kestrel:Endpoints:Web:Url"),
        ];
        Assert.All(told, one => Assert.Equal(
            $"{one.Taken} is in use by another program. Stop that one, or write another in {one.Setting}.",
            WhyNot((one.Key, one.Value))));
    }

    [Theory]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData("http://198.51.100.7:0")]
    [InlineData("http://[2001:db8::1]:5080")]
    public void An_address_of_another_machine_is_told(string address)
    {
        Assert.StartsWith($"{address} is not an address of this machine.", WhyNot(("urls", address)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_socket_that_was_left_behind_is_told_and_left_alone()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("tt-").FullName, "site.sock");
        File.WriteAllText(path, "left as it is");

        Assert.Contains("was left behind", WhyNot(("urls", $"http://unix:{path}")), StringComparison.Ordinal);
        Assert.Equal("left as it is", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("http://localhost:80", "ports below 1024")]
    [InlineData("http://*:443", "ports below 1024")]
    [InlineData("http://unix:/run/tenktanken.sock", "write in its folder")]
    public void What_the_user_may_not_take_is_told(string address, string expected)
    {
        // Said to nobody who runs the tests as root.
        var words = new ListenAddress(address, "ASPNETCORE_URLS").Explain(new SocketException((int)SocketError.AccessDenied));

        Assert.StartsWith(address, words, StringComparison.Ordinal);
        Assert.Contains(expected, words, StringComparison.Ordinal);
        Assert.Contains("in ASPNETCORE_URLS", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "https://127.0.0.1:0", "ASPNETCORE_URLS")]
    [InlineData("https_ports", "0", "ASPNETCORE_HTTPS_PORTS")]
    [InlineData("Kestrel:Endpoints:Web:Url", "https://127.0.0.1:0", "Kestrel:Endpoints:Web:Url")]
    public void Where_nothing_else_is_wrong_it_is_the_certificate(string key, string value, string setting)
    {
        var words = WhyNot((key, value));

        Assert.Contains($"needs a certificate ({setting}): no certificate.", words, StringComparison.Ordinal);
        Assert.Contains("Kestrel:Certificates:Default:Path", words, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Faults(params (string Key, string Value)[] settings) => [.. ListenAddresses.Faults(With(settings))];

    private static string WhyNot(params (string Key, string Value)[] settings) =>
        Assert.Single(ListenAddresses.WhyNot(With(settings), new InvalidOperationException("no certificate.")));

    private static IConfigurationRoot With((string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build();
}
