using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Flowstate.Host.Tests.Outbound;

/// <summary>A real server on a loopback address, which remembers who came.</summary>
internal sealed class Neighbour : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Neighbour(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public List<string> Visits { get; } = [];

    public static async Task<Neighbour> Start(RequestDelegate answer, string address = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://{address}:0");
        builder.Logging.SetMinimumLevel(LogLevel.None);
        var app = builder.Build();
        var neighbour = new Neighbour(app);
        app.Run(context =>
        {
            lock (neighbour.Visits)
            {
                neighbour.Visits.Add(
                    $"{context.Request.Method} {context.Request.Path} {context.Request.Headers.Authorization}"
                );
            }

            return answer(context);
        });
        await app.StartAsync();
        return neighbour;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
