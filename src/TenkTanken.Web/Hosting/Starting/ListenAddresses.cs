using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>Where the site is told to listen, read as the framework reads it, so that what is wrong can be said before it is tried.</summary>
internal static class ListenAddresses
{
    public const string Default = "http://localhost:5080";

    private const string Urls = "urls";
    private const string Endpoints = "Kestrel:Endpoints";
    private static readonly (string Key, string Scheme)[] Ports = [("http_ports", "http"), ("https_ports", "https")];
    private static readonly string[] SubPaths = ["pathbase", "appl_path"];

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

        List<ListenAddress> ports =
        [
            .. Ports.SelectMany(ports => Parts(configuration, ports.Key).Select(port => new ListenAddress($"{ports.Scheme}://*:{port}", NameOf(configuration, ports.Key)))),
        ];

        return ports.Count > 0 ? ports : null;
    }

    /// <summary>What is wrong with how they are written.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration) =>
        [
            .. SubPaths.Where(key => configuration[key]?.Trim('/') is { Length: > 0 })
                .Select(key => $"{NameOf(configuration, key)} is {configuration[key]}: the site cannot stand below a path. Give it a host of its own, and take that setting out."),
            .. (Read(configuration) ?? []).Select(address => address.Fault()).OfType<string>(),
        ];

    /// <summary>Why listening has failed.</summary>
    public static IReadOnlyList<string> WhyNot(IConfiguration configuration, Exception fault)
    {
        var addresses = Read(configuration) ?? [new ListenAddress(Default, "ASPNETCORE_URLS")];
        string[] found = [.. addresses.Select(address => address.WhyNot()).OfType<string>()];
        if (found.Length > 0)
        {
            return found;
        }

        return addresses.FirstOrDefault(address => address.Text.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) is { } secure
            ? [$"{secure.Text} needs a certificate ({secure.Setting}): {fault.Message} Name one with Kestrel:Certificates:Default:Path, or write http:// and let the proxy in front of the site speak TLS."]
            : [$"{string.Join(", ", addresses.Select(address => address.Text))} cannot be listened on ({addresses[0].Setting}): {fault.Message}"];
    }

    private static string[] Parts(IConfiguration configuration, string key) =>
        configuration[key]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The name under which a value was written: that of the variable, of the argument, or of the file.</summary>
    private static string NameOf(IConfiguration configuration, string key) =>
        (configuration as IConfigurationRoot)?.Providers.Reverse().FirstOrDefault(provider => provider.TryGet(key, out var value) && !string.IsNullOrEmpty(value)) switch
        {
            CommandLineConfigurationProvider => $"--{key}",
            JsonConfigurationProvider file => $"{char.ToUpperInvariant(key[0])}{key[1..]} in {file.Source.Path}",
            ChainedConfigurationProvider chained => NameOf(chained.Configuration, key),
            EnvironmentVariablesConfigurationProvider variables => Prefix(variables) + key.ToUpperInvariant(),
            _ => $"ASPNETCORE_{key.ToUpperInvariant()}",
        };

    // Told in what it says of itself, and nowhere else: "… Prefix: 'ASPNETCORE_'".
    private static string Prefix(EnvironmentVariablesConfigurationProvider variables) => variables.ToString()!.Split('\'') is [_, var prefix, ..] ? prefix : "";
}
