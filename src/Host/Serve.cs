using System.Net.Sockets;
using Flowstate.Host.Http;

namespace Flowstate.Host;

/// <summary>Listens, says where in words a person reads, and turns a taken port into a sentence.</summary>
internal static class Serve
{
    private const string DefaultAddress = "http://localhost:5080";

    public static async Task<int> Run(WebApplication app)
    {
        if (app.Urls.Count == 0 && app.Configuration["urls"] is null && app.Configuration["http_ports"] is null)
        {
            app.Urls.Add(DefaultAddress);
        }

        try
        {
            await app.StartAsync();
        }
        catch (IOException taken) when (IsAddressInUse(taken))
        {
            await Console.Error.WriteLineAsync($"Flowstate cannot listen: {taken.Message} Choose another with --urls.");
            return 2;
        }

        await Console.Error.WriteLineAsync($"Flowstate is ready at {string.Join(", ", app.Urls)}");
        if (WebApp.Folder(app) is null)
        {
            await Console.Error.WriteLineAsync(
                "The web app is not built (npm --prefix web run build); only the API is served."
            );
        }

        if (string.IsNullOrEmpty(app.Configuration.GetConnectionString("Redis")))
        {
            await Console.Error.WriteLineAsync(
                "No Redis is configured: cache and live updates stay within this one host."
            );
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    private static bool IsAddressInUse(Exception exception) =>
        exception is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
        || (exception.InnerException is { } inner && IsAddressInUse(inner));
}
