using Flowstate.Shared.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Flowstate.Shared.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> see a module's model without a host: a one-line subclass per module.</summary>
public abstract class DesignTimeFactory<TContext>(string schema) : IDesignTimeDbContextFactory<TContext>
    where TContext : ModuleDbContext
{
    public TContext CreateDbContext(string[] args)
    {
        // Never opened: adding a migration compares models, not databases.
        var options = new DbContextOptionsBuilder<TContext>();
        ModuleBuilder.Configure(options, schema, NpgsqlDataSource.Create("Host=localhost;Database=design_time"));
        return (TContext)Activator.CreateInstance(typeof(TContext), options.Options)!;
    }
}
