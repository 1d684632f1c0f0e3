using System.Net;
using System.Net.Sockets;

namespace Flowstate.Host.EmbeddedPostgres;

internal static class FreePort
{
    /// <summary>A TCP port of 127.0.0.1 that nobody listens on now.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
