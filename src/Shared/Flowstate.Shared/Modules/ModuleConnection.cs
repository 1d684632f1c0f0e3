using System.Security.Cryptography;
using System.Text;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Persistence;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Flowstate.Shared.Modules;

/// <summary>
/// How a module reaches its database: <c>ConnectionStrings:&lt;Module&gt;</c> where an operator made the role, else the
/// role <c>flowstate_&lt;module&gt;</c> on <c>ConnectionStrings:Flowstate</c>, with a password derived from the owner's.
/// </summary>
public sealed record ModuleConnection(string Owner, string Runtime)
{
    public const string OwnerName = "Flowstate";

    public string Role => new NpgsqlConnectionStringBuilder(Runtime).Username!;

    public string Password => new NpgsqlConnectionStringBuilder(Runtime).Password ?? "";

    public static ModuleConnection For(IConfiguration configuration, string module)
    {
        var owner =
            configuration.GetConnectionString(OwnerName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{OwnerName} is not set.");
        if (configuration.GetConnectionString(module) is { Length: > 0 } own)
        {
            return new ModuleConnection(owner, own);
        }

        var builder = new NpgsqlConnectionStringBuilder(owner);
        builder.Password = Derive(builder.Password ?? "", builder.Username = $"flowstate_{module}");
        builder.ApplicationName = $"flowstate-{module}";
        builder.MaxPoolSize = configuration.GetValue("Database:MaxPoolSize", 32);
        builder.MaxAutoPrepare = configuration.GetValue("Database:MaxAutoPrepare", 64);
        builder.AutoPrepareMinUsages = 2;
        builder.KeepAlive = 30;
        return new ModuleConnection(owner, builder.ConnectionString);
    }

    public NpgsqlDataSource BuildDataSource()
    {
        // Without a name the connection string would become a metric label.
        var builder = new NpgsqlDataSourceBuilder(Runtime) { Name = Role };
        return builder.Build();
    }

    private static string Derive(string ownerPassword, string role) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(ownerPassword), Encoding.UTF8.GetBytes($"flowstate role {role}"))
        );
}

/// <summary>A module's schema to bring up to date at start.</summary>
public sealed record ModuleMigration(string Schema, Type Context, ModuleConnection Connection)
{
    /// <summary>Tables to be searched by trigrams and the like, through a view.</summary>
    public List<SearchView> Searches { get; } = [];

    /// <summary>Tables whose every change is written down.</summary>
    public List<AuditedTable> Audited { get; } = [];

    /// <summary>Whom the log forgets; null where it is about nobody who can be erased.</summary>
    public ErasedPeople? Erased { get; set; }
}
