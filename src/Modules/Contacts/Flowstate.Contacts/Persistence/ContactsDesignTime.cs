using Flowstate.Shared.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Flowstate.Contacts.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model; it never connects.</summary>
internal sealed class ContactsDesignTime : IDesignTimeDbContextFactory<ContactsDbContext>
{
    public ContactsDbContext CreateDbContext(string[] args)
    {
        DbContextOptionsBuilder<ContactsDbContext> options = new();
        ModuleBuilder.Configure(options, "contacts", NpgsqlDataSource.Create("Host=localhost"));
        return new ContactsDbContext(options.Options);
    }
}
