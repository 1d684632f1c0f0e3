using Flowstate.Shared.Modules;
using Flowstate.Shared.Persistence;
using Flowstate.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Flowstate.Identity.Tests;

/// <summary>Two hosts of Identity on one database, with a real Redis between them.</summary>
internal sealed class TwoHosts : IAsyncDisposable
{
    private readonly RedisServer _redis;
    private readonly List<WebApplication> _hosts = [];

    private TwoHosts(RedisServer redis) => _redis = redis;

    public Uri One => new(_hosts[0].Urls.First());

    public Uri Other => new(_hosts[1].Urls.First());

    public static async Task<TwoHosts> Start()
    {
        var pair = new TwoHosts(await RedisServer.Start());
        var server = await PostgresServer.Shared();
        var connection = await server.CreateDatabase($"t_{Guid.CreateVersion7():N}");
        for (var number = 0; number < 2; number++)
        {
            var app = pair.Build(connection);
            await app.MigrateModules();
            app.UsePlatform().MapModules();
            await app.StartAsync();
            pair._hosts.Add(app);
        }

        return pair;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }

        await _redis.DisposeAsync();
    }

    private WebApplication Build(string connection)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:Flowstate"] = connection,
                ["ConnectionStrings:Redis"] = _redis.ConnectionString,
                ["Flowstate:DataDirectory"] = Path.Combine(Path.GetTempPath(), $"flowstate-{Environment.ProcessId}"),
                ["Jobs:Workers"] = "1",
                ["Database:MaxPoolSize"] = "12",
                ["Serilog:MinimumLevel:Default"] = "Warning",
            }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddPlatform();
        builder.AddModules([new IdentityModule()]);
        return builder.Build();
    }
}
