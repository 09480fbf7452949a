namespace TenkTanken.Web.Hosting.Starting;

/// <summary>
/// The address that readers know the site by. Where none is set, nothing is written in full: of a request only the sender
/// says which host it was for, and could make the site name another.
/// </summary>
public sealed class SiteAddress
{
    private const string Setting = "Site:Address";
    private const string Example = "https://tenktanken.example";

    private readonly string _origin;

    private SiteAddress(Uri address)
    {
        var host = address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        _origin = $"{address.Scheme}://{host}{(address.IsDefaultPort ? "" : $":{address.Port}")}";
    }

    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => _origin + path;

    /// <summary>Null where none is set, and where what is set is no address of a site. What is wrong with it is then in the faults.</summary>
    internal static SiteAddress? Read(string? text, List<string> faults)
    {
        if (text is null)
        {
            return null;
        }

        var (address, fault) = Read(text.Trim());
        if (fault is not null)
        {
            faults.Add($"{Setting} {fault}");
        }

        return fault is null ? new SiteAddress(address!) : null;
    }

    private static (Uri? Address, string? Fault) Read(string text)
    {
        if (text.Length == 0)
        {
            return (null, $"is empty. Give it the address that readers know the site by, like {Example}, or take it out.");
        }

        if (!text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return (null, $"is {text}, which does not begin with https://. Write it in full, like {Example}.");
        }

        if (text.Contains('\\') || text.Any(char.IsWhiteSpace) || !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || Uri.CheckHostName(address.IdnHost) == UriHostNameType.Unknown)
        {
            return (null, $"is {text}, which is no address. Write it like {Example}.");
        }

        return (address, address switch
        {
            _ when text.Contains('@') => $"is {text}, which has a name or a password in it. Write the address alone, like {Example}.",
            _ when text.Contains('?') || text.Contains('#') => $"is {text}, which has a ? or a # in it. Write the address alone, like {Example}.",
            { AbsolutePath: not "/" } =>
                $"is {text}, which has a path. The site cannot stand below a path: give it a host of its own, like {Example}.",
            { Scheme: "http", IsLoopback: false } =>
                $"is {text}, which is not encrypted on its way. Write https://; http:// is for this machine alone, like {ListenAddress.Example}.",
            _ => null,
        });
    }
}
