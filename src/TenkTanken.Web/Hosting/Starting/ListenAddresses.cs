using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>Where the site is told to listen, read as the framework reads it, so that what is wrong can be said before it is tried.</summary>
internal static class ListenAddresses
{
    public const string Default = ListenAddress.Example;

    private const string Urls = "urls";
    private const string Endpoints = "Kestrel:Endpoints";
    private static readonly (string Key, string Scheme)[] PortKeys = [("http_ports", "http"), ("https_ports", "https")];
    private static readonly string[] SubPaths = ["pathbase", "appl_path"];

    public static bool IsSecure(string address) => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null when nothing is said, and the default is right.</summary>
    public static IReadOnlyList<ListenAddress>? Read(IConfiguration configuration)
    {
        // Endpoints go before addresses, and addresses before ports.
        if (configuration.GetSection(Endpoints).GetChildren().ToList() is [_, ..] endpoints)
        {
            return [.. endpoints.Select(endpoint => new ListenAddress(endpoint["Url"] ?? "", $"{Endpoints}:{endpoint.Key}:Url"))];
        }

        if (Parts(configuration, Urls) is [_, ..] urls)
        {
            return [.. urls.Select(url => new ListenAddress(url, NameOf(configuration, Urls)))];
        }

        return Ports(configuration).ToList() is [_, ..] ports
            ? [.. ports.Select(port => new ListenAddress($"{port.Scheme}://*:{port.Text}", port.Setting))]
            : null;
    }

    /// <summary>What is wrong with how they are written.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        foreach (var key in SubPaths.Where(key => configuration[key]?.Trim('/') is { Length: > 0 }))
        {
            yield return $"{NameOf(configuration, key)} is {configuration[key]}: the site cannot stand below a path. "
                + "Give it a host of its own, and take that setting out.";
        }

        var badPorts = Ports(configuration).Where(port => !ListenAddress.IsPort(port.Text)).ToDictionary(port => $"{port.Scheme}://*:{port.Text}");
        foreach (var address in Read(configuration) ?? [])
        {
            var fault = badPorts.GetValueOrDefault(address.Text) is { Setting: { } setting } port
                ? $"«{port.Text}» in {setting} is no port, which is a number from 0 to 65535. "
                    + "Write the number alone; between several a semicolon, like 8080;8081."
                : address.Fault();
            if (fault is not null)
            {
                yield return fault;
            }
        }
    }

    /// <summary>
    /// Those that are written well and cannot be had, found out by trying before anything is loaded or made. Not the default: it
    /// also stands there when whoever hosts the site listens by other means, as its tests do.
    /// </summary>
    public static IEnumerable<string> Taken(IConfiguration configuration) => (Read(configuration) ?? [])
        .Where(address => address.Text != Default && address.Fault() is null)
        .Select(address => address.WhyNot())
        .OfType<string>();

    /// <summary>Why listening has failed all the same.</summary>
    public static IReadOnlyList<string> WhyNot(IConfiguration configuration, Exception fault)
    {
        var addresses = Read(configuration) ?? [];
        string[] found = [.. addresses.Select(address => address.WhyNot()).OfType<string>()];
        if (found.Length > 0)
        {
            return found;
        }

        return addresses.FirstOrDefault(address => IsSecure(address.Text)) is { } secure
            ? [$"{secure.Text} needs a certificate ({secure.Setting}): {fault.Message} Name one with Kestrel:Certificates:Default:Path, "
                + "or write http:// and let the proxy in front of the site speak TLS."]
            : [$"{string.Join(", ", addresses.Select(address => address.Text))} cannot be listened on: {fault.Message}"];
    }

    private static IEnumerable<(string Text, string Scheme, string Setting)> Ports(IConfiguration configuration) =>
        from ports in PortKeys
        from port in Parts(configuration, ports.Key)
        select (port, ports.Scheme, NameOf(configuration, ports.Key));

    private static string[] Parts(IConfiguration configuration, string key) =>
        configuration[key]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The name under which a value was written: that of the variable, of the argument, or of the file.</summary>
    private static string NameOf(IConfiguration configuration, string key)
    {
        var providers = (configuration as IConfigurationRoot)?.Providers ?? [];

        return providers.Reverse().FirstOrDefault(provider => provider.TryGet(key, out var value) && !string.IsNullOrEmpty(value)) switch
        {
            CommandLineConfigurationProvider => $"--{key}",
            JsonConfigurationProvider file => $"{char.ToUpperInvariant(key[0])}{key[1..]} in {file.Source.Path}",
            ChainedConfigurationProvider chained => NameOf(chained.Configuration, key),
            EnvironmentVariablesConfigurationProvider variables => PrefixOf(variables) + key.ToUpperInvariant(),
            _ => $"ASPNETCORE_{key.ToUpperInvariant()}",
        };
    }

    // Told in what it says of itself, and nowhere else: "… Prefix: 'ASPNETCORE_'".
    private static string PrefixOf(EnvironmentVariablesConfigurationProvider variables) =>
        variables.ToString()!.Split('\'') is [_, var prefix, ..] ? prefix : "";
}
