using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>An address to listen on, as it was written.</summary>
/// <param name="Setting">Where it was written, as the one who runs the site knows it.</param>
internal sealed record ListenAddress(string Text, string Setting)
{
    private const string Unix = "unix:";

    /// <summary>What is wrong with how it is written, and what to write; null when nothing is.</summary>
    public string? Fault()
    {
        if (Text.Split("://", 2) is not [var scheme, { Length: > 0 } rest])
        {
            return Say("is no address: it does not begin with http://", Text.Any(char.IsWhiteSpace) || Text.Length == 0 ? "http://localhost:5080" : Guess(Text));
        }

        if (rest.Contains(','))
        {
            return Say("has a comma in it", $"several addresses with a semicolon between them, like {Text.Replace(',', ';')},");
        }

        if (scheme.ToLowerInvariant() is not ("http" or "https"))
        {
            return Say($"begins with {scheme}://, which the site does not speak", $"http://{rest}");
        }

        if (rest.StartsWith(Unix, StringComparison.OrdinalIgnoreCase))
        {
            return SocketFault(rest[Unix.Length..]);
        }

        var (host, port, path) = Parts(rest);
        return path is not ("" or "/") ? Say($"has a path, {path}. The site cannot stand below a path, only on a host of its own", $"{scheme}://{rest[..^path.Length]}")
            : port is { } written && !IsPort(written) ? Say($"has the port «{written}», which is not a number from 0 to 65535", $"{scheme}://{host}:5080")
            : port == "0" && host == "localhost" ? Say("leaves the port to the system, which only an address in numbers can", $"{scheme}://127.0.0.1:0")
            : HostFault(scheme, host, port);
    }

    /// <summary>Why one cannot listen there, found out by trying; null when one can. Not asked before it is needed: it takes the port for a moment.</summary>
    public string? WhyNot()
    {
        try
        {
            foreach (var place in Places())
            {
                using var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
                if (place is IPEndPoint { Address: var address } && address.Equals(IPAddress.IPv6Any))
                {
                    socket.DualMode = true;
                }

                socket.Bind(place);
                if (place is UnixDomainSocketEndPoint)
                {
                    File.Delete(place.ToString()!);
                }
            }

            return null;
        }
        catch (SocketException fault)
        {
            return Words(fault);
        }
    }

    /// <param name="fault">From trying to listen here.</param>
    internal string Words(SocketException fault) => fault.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse when Text.Contains(Unix, StringComparison.Ordinal) =>
            $"{Text} is in use by another program, or was left behind by one. Stop it or delete the file, or write another address in {Setting}.",
        SocketError.AddressAlreadyInUse => $"{Text} is in use by another program. Stop that one, or write another address in {Setting}.",
        SocketError.AccessDenied when Text.Contains(Unix, StringComparison.Ordinal) =>
            $"{Text} may not be made by the user the site runs as. Let that user write in its folder, or write another address in {Setting}.",
        SocketError.AccessDenied =>
            $"{Text} may not be taken by the user the site runs as; ports below 1024 often may not. Write another address in {Setting}, like http://localhost:5080, and let the proxy in front have that one.",
        SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported or SocketError.NetworkUnreachable =>
            $"{Text} is not an address of this machine. Write one that is in {Setting}: localhost for this machine alone, like http://localhost:5080, or * for all it has.",
        _ => $"{Text} cannot be listened on: {fault.Message}. Write another address in {Setting}, like http://localhost:5080.",
    };

    private string Say(string fault, string remedy) => $"{(Text.Length == 0 ? "Nothing" : Text)} {fault}. Write {remedy} in {Setting}.";

    private static string Guess(string text) => $"http://{(text.All(char.IsAsciiDigit) ? $"localhost:{text}" : text.TrimStart('/', ':'))}";

    private static (string Host, string? Port, string Path) Parts(string rest)
    {
        var end = rest.IndexOfAny(['/', '?', '#', '\\']);
        var (server, path) = end < 0 ? (rest, "") : (rest[..end], rest[end..]);
        var colon = server.LastIndexOf(':');

        return colon < 0 || server.EndsWith(']') ? (server, null, path) : (server[..colon], server[(colon + 1)..], path);
    }

    private static bool IsPort(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    // The framework would take any other word, also a mistyped localhost, for all addresses of the machine.
    private string? HostFault(string scheme, string host, string? port) =>
        host is "*" or "+" || IsLocalhost(host) || IPAddress.TryParse(host, out _) ? null
            : Say(
                $"names «{host}», and the site listens on addresses, not on names. Write * to listen on all the machine has, localhost for this machine alone",
                $"{scheme}://localhost:{port ?? "5080"}");

    private static bool IsLocalhost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private string? SocketFault(string path)
    {
        const string example = "http://unix:/run/tenktanken/site.sock";
        if (!Path.IsPathRooted(path) || path.Contains(':') || path.EndsWith('/'))
        {
            return Say("is no socket: its path has to begin with a slash and to end with the name of a file, without a colon in it", example);
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            return Say($"is in the folder {Path.GetDirectoryName(path)}, which is not there. Make it", $"another address, like {example},");
        }

        try
        {
            _ = new UnixDomainSocketEndPoint(path);
            return Directory.Exists(path) ? Say("is a folder", $"the path of a file, like {example},") : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return Say("is too long for a socket", $"a shorter path, like {example},");
        }
    }

    private IEnumerable<EndPoint> Places()
    {
        var rest = Text.Split("://", 2)[1];
        if (rest.StartsWith(Unix, StringComparison.OrdinalIgnoreCase))
        {
            return [new UnixDomainSocketEndPoint(rest[Unix.Length..])];
        }

        var (host, written, _) = Parts(rest);
        var port = written is null ? (Text.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? 443 : 80) : int.Parse(written, CultureInfo.InvariantCulture);
        var both = Socket.OSSupportsIPv6;

        return IPAddress.TryParse(host, out var address) ? [new IPEndPoint(address, port)]
            : IsLocalhost(host) ? [new IPEndPoint(IPAddress.Loopback, port), .. both ? [new IPEndPoint(IPAddress.IPv6Loopback, port)] : Array.Empty<EndPoint>()]
            : [new IPEndPoint(both ? IPAddress.IPv6Any : IPAddress.Any, port)];
    }
}
