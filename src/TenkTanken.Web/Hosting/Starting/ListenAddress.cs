using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>An address to listen on.</summary>
/// <param name="Text">As it was written, or as the server makes it of a port.</param>
/// <param name="Setting">Where it was written, as the one who runs the site knows it.</param>
internal sealed record ListenAddress(string Text, string Setting)
{
    public const string Example = "http://localhost:5080";

    private const string SocketExample = "http://unix:/run/tenktanken/site.sock";
    private const string Unix = "unix:";

    private bool IsSocket => Text.Contains("://" + Unix, StringComparison.OrdinalIgnoreCase);

    public static bool IsPort(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>What is wrong with how it is written, and what to write; null when nothing is.</summary>
    public string? Fault()
    {
        if (Text.Split("://", 2) is not [var scheme, { Length: > 0 } rest])
        {
            return Say("is no address: it does not begin with http://", Guess());
        }

        if (rest.Contains(','))
        {
            return Say("has a comma in it", $"several addresses with a semicolon between them, like {Text.Replace(',', ';')},");
        }

        if (scheme.ToLowerInvariant() is not ("http" or "https"))
        {
            return Say($"begins with {scheme}://, which the site does not speak", $"http://{rest}");
        }

        return IsSocket ? SocketFault(rest[Unix.Length..]) : ServerFault(scheme, rest);
    }

    /// <summary>Why one cannot listen there; null when one can. Found out by trying: where one can, it is taken for a moment.</summary>
    public string? WhyNot()
    {
        try
        {
            foreach (var place in Places())
            {
                // As TCP, so that the framework lets it have a port whose last connections the system still remembers: a site
                // that was killed can be started again at once.
                using var socket = new Socket(place.AddressFamily, SocketType.Stream, place is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);
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
            return Explain(fault);
        }
    }

    /// <param name="fault">From trying to listen here.</param>
    internal string Explain(SocketException fault)
    {
        var another = $"write another in {Setting}.";
        var words = fault.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse when IsSocket =>
                $"is in use by another program, or was left behind by one. Stop it or delete the file, or {another}",
            SocketError.AddressAlreadyInUse =>
                $"is in use by another program. Stop that one, or {another}",
            SocketError.AccessDenied when IsSocket =>
                $"may not be made by the user the site runs as. Let that user write in its folder, or {another}",
            SocketError.AccessDenied =>
                $"may not be taken by the user the site runs as; ports below 1024 often may not. Let the proxy in front have it, and {another}",
            SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported =>
                $"is not an address of this machine. For this machine alone write localhost, for all it has *, like http://*:5080, or {another}",
            _ => $"cannot be listened on: {fault.Message}. Look into that, or {another}",
        };

        return $"{Text} {words}";
    }

    private string? ServerFault(string scheme, string rest)
    {
        var (host, port, path) = Parts(rest);
        if (path is not ("" or "/"))
        {
            return Say(
                $"has a path, {path}. The site cannot stand below a path, only on a host of its own",
                $"{scheme}://{rest[..^path.Length]}");
        }

        if (port is not null && !IsPort(port))
        {
            return Say($"has the port «{port}», which is not a number from 0 to 65535", $"{scheme}://{host}:5080");
        }

        if (port == "0" && IsLocalhost(host))
        {
            return Say("leaves the port to the system, which only an address in numbers can", $"{scheme}://127.0.0.1:0");
        }

        // The framework would take any other word, also a mistyped localhost, for all addresses of the machine.
        return host is "*" or "+" || IsLocalhost(host) || IPAddress.TryParse(host, out _)
            ? null
            : Say(
                $"names «{host}», and the site listens on addresses of its machine, not on names; * is all of them",
                $"{scheme}://localhost:{port ?? "5080"} or {scheme}://*:{port ?? "5080"}");
    }

    private string? SocketFault(string path)
    {
        if (!Path.IsPathRooted(path) || path.Contains(':') || path.EndsWith('/'))
        {
            return Say("is no socket: its path begins with a slash, ends with the name of a file, and has no colon in it", SocketExample);
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            return Say(
                $"is in the folder {Path.GetDirectoryName(path)}, which is not there",
                $"the path of a file in a folder that is, like {SocketExample},");
        }

        try
        {
            _ = new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Say("is too long for a socket", $"a shorter path, like {SocketExample},");
        }

        return Directory.Exists(path) ? Say("is a folder", $"the path of a file, like {SocketExample},") : null;
    }

    private IEnumerable<EndPoint> Places()
    {
        var rest = Text.Split("://", 2)[1];
        if (IsSocket)
        {
            return [new UnixDomainSocketEndPoint(rest[Unix.Length..])];
        }

        var (host, written, _) = Parts(rest);
        var port = int.Parse(written ?? (ListenAddresses.IsSecure(Text) ? "443" : "80"), CultureInfo.InvariantCulture);
        if (IPAddress.TryParse(host, out var address))
        {
            return [new IPEndPoint(address, port)];
        }

        IPAddress[] all = (IsLocalhost(host), Socket.OSSupportsIPv6) switch
        {
            (true, true) => [IPAddress.Loopback, IPAddress.IPv6Loopback],
            (true, false) => [IPAddress.Loopback],
            (false, true) => [IPAddress.IPv6Any],
            (false, false) => [IPAddress.Any],
        };

        return all.Select(one => new IPEndPoint(one, port));
    }

    private static (string Host, string? Port, string Path) Parts(string rest)
    {
        var end = rest.IndexOfAny(['/', '?', '#', '\\']);
        var (server, path) = end < 0 ? (rest, "") : (rest[..end], rest[end..]);
        var colon = server.LastIndexOf(':');

        return colon < 0 || server.EndsWith(']') ? (server, null, path) : (server[..colon], server[(colon + 1)..], path);
    }

    private static bool IsLocalhost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private string Guess() => Text switch
    {
        _ when Text.Length == 0 || Text.Contains("//", StringComparison.Ordinal) || Text.Any(char.IsWhiteSpace) => Example,
        _ when Text.TrimStart(':').All(char.IsAsciiDigit) => $"http://localhost:{Text.TrimStart(':')}",
        _ => $"http://{Text}",
    };

    private string Say(string fault, string remedy) => $"{(Text.Length == 0 ? "Nothing" : Text)} {fault}. Write {remedy} in {Setting}.";
}
