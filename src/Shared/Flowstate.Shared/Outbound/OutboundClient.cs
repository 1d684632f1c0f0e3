using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Flowstate.Shared.Outbound;

/// <summary>Section <c>Outbound</c>.</summary>
public sealed class OutboundOptions
{
    /// <summary>Networks that may be called although they are not public: an intranet's, in CIDR notation.</summary>
    public string[] AllowedNetworks { get; set; } = [];

    public int[] Ports { get; set; } = [];

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    public int MaxResponseBytes { get; set; } = 5 * 1024 * 1024;

    internal int[] OpenPorts => Ports is [] ? [80, 443, 8443] : Ports;
}

/// <summary>An address that this server does not call; its message may be shown.</summary>
public sealed class AddressRefused(string message) : HttpRequestException(message);

/// <summary>
/// The one client for addresses that people name (webhooks, pictures, feeds). It asks DNS itself, refuses what is not public, and
/// connects to the very address it checked, so that a name cannot change its mind in between.
/// </summary>
public sealed class OutboundClient : IDisposable
{
    private readonly OutboundOptions _options;
    private readonly IPNetwork[] _allowed;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;

    public OutboundClient(
        IOptions<OutboundOptions> options,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null
    )
    {
        _options = options.Value;
        _allowed = [.. _options.AllowedNetworks.Select(IPNetwork.Parse)];
        _resolve = resolve ?? Dns.GetHostAddressesAsync;
        var sockets = new SocketsHttpHandler
        {
            ConnectCallback = Connect,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        Http = new HttpClient(new CheckedRedirects(_options, sockets)) { Timeout = _options.Timeout };
    }

    /// <summary>Throws <see cref="AddressRefused"/> where an address may not be called.</summary>
    public HttpClient Http { get; }

    public void Dispose() => Http.Dispose();

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var target = context.DnsEndPoint;
        var found = Array.ConvertAll(
            await _resolve(target.Host, ct),
            address => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address
        );
        if (found is [] || !Array.TrueForAll(found, MayBeCalled))
        {
            throw new AddressRefused($"{target.Host} is not on the public internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, target.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool MayBeCalled(IPAddress address) =>
        PublicAddress.Is(address) || Array.Exists(_allowed, network => network.Contains(address));
}
