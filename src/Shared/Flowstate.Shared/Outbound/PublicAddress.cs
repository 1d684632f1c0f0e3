using System.Net;
using System.Net.Sockets;

namespace Flowstate.Shared.Outbound;

/// <summary>
/// Whether an address is on the public internet. Of IPv6 only global unicast is, without what carries an IPv4 address
/// inside (6to4, Teredo, NAT64, mapped): such an address may lead anywhere.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    // 168.63.129.16 is a cloud's own service on a public address.
    private static readonly IPNetwork[] Refused =
    [
        .. (
            "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
            + "192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 "
            + "240.0.0.0/4 2001::/23 2001:db8::/32 2002::/16 3fff::/20"
        )
            .Split(' ')
            .Select(IPNetwork.Parse),
    ];

    public static bool Is(IPAddress address) =>
        !address.IsIPv4MappedToIPv6
        && (address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address))
        && !Array.Exists(Refused, network => network.Contains(address));
}
