using Flowstate.Shared.Modules;
using Flowstate.Shared.Persistence;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Flowstate.Testing;

/// <summary>The migrated database of one set of modules, made once per test process and copied for every harness.</summary>
internal sealed class ModuleTemplate(string name, IReadOnlyList<IModule> modules)
{
    private Lazy<Task<string>>? _template;

    public async Task<string> NewDatabase()
    {
        var server = await PostgresServer.Shared();
        var template = LazyInitializer.EnsureInitialized(ref _template, () => new Lazy<Task<string>>(Migrate));
        return await server.CreateDatabase($"t_{Guid.CreateVersion7():N}", await template.Value);
    }

    private async Task<string> Migrate()
    {
        var server = await PostgresServer.Shared();
        var template = $"tpl_{name.ToLowerInvariant()}";
        var connection = await server.CreateDatabase(template);
        await using (var app = Builder(connection, modules).Build())
        {
            await app.MigrateModules();
            // The queue makes its tables when it is first asked for: once here, not once per harness.
            _ = app.Services.GetRequiredService<JobStorage>();
        }

        // A database with a connection cannot be copied.
        NpgsqlConnection.ClearAllPools();
        return template;
    }

    public static WebApplicationBuilder Builder(string connection, IReadOnlyList<IModule> modules)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:Flowstate"] = connection,
                ["Flowstate:DataDirectory"] = Path.Combine(Path.GetTempPath(), $"flowstate-{Environment.ProcessId}"),
                ["Messaging:Poll"] = "00:00:01",
                ["Messaging:Workers"] = "2",
                ["Messaging:Backoff"] = "00:00:00.050",
                ["Messaging:Lease"] = "00:00:05",
                ["Jobs:Workers"] = "1",
                // A quarter of the work for each of very many passwords.
                ["Identity:BcryptCost"] = "10",
                ["Database:MaxPoolSize"] = "12",
                ["Serilog:MinimumLevel:Default"] = "Warning",
            }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddPlatform();
        builder.AddModules(modules);
        return builder;
    }
}
