using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Flowstate.Shared.Limits;

public static class RemoteAddress
{
    /// <summary>Who calls, as far as the network can tell. Whoever has one IPv6 address has the 2^64 of its network.</summary>
    public static string Of(HttpContext http) =>
        http.Connection.RemoteIpAddress switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } six => Convert.ToHexStringLower(
                six.GetAddressBytes().AsSpan(0, 8)
            ),
            var four => four.ToString(),
        };
}
