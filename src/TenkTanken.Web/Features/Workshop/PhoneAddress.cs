using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>Where phones find the site, as whoever opens a room says: a request cannot be trusted with it.</summary>
internal static class PhoneAddress
{
    /// <summary>Characters.</summary>
    public const int Longest = 100;

    /// <summary>Scheme, host and port, without a slash at the end; null where it is none that a phone could use.</summary>
    public static string? Read(string? typed) =>
        typed is { Length: <= Longest }
        && Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { PathAndQuery: "/", Fragment: "", UserInfo: "", IsLoopback: false }
            ? address.GetLeftPart(UriPartial.Authority)
            : null;

    /// <summary>What it probably is: an address of this machine in its network. To be looked at by whoever opens the room.</summary>
    public static string Guess(HttpContext context)
    {
        var machine = NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));

        return machine is null
            ? ""
            : new UriBuilder(context.Request.Scheme, machine.ToString(), context.Connection.LocalPort).Uri.GetLeftPart(UriPartial.Authority);
    }
}
