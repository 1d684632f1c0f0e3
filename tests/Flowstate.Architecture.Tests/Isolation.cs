using Flowstate.Architecture.Tests.Rules;
using Npgsql;

namespace Flowstate.Architecture.Tests;

/// <summary>In a real PostgreSQL with every module migrated, asked as the modules' own roles.</summary>
public sealed class Isolation : IAsyncLifetime
{
    // Who somebody is must be known before any workspace is entered, and where they signed in is theirs; a seal covers the
    // rows of all workspaces.
    private static readonly string[] AboveWorkspaces =
    [
        "identity.authenticators",
        "identity.challenges",
        "identity.failed_sign_ins",
        "identity.passkey_challenges",
        "identity.passkeys",
        "identity.password_resets",
        "identity.recovery_codes",
        "identity.refresh_tokens",
        "identity.sessions",
        "identity.sign_ups",
        "identity.users",
        .. Codebase.Flowstate.Modules.SelectMany(module =>
            new[] { $"{module.Name}.audit_seals", $"{module.Name}.audit_renewals" }.Select(table =>
                table.ToLowerInvariant()
            )
        ),
    ];

    private MigratedDatabase _database = null!;

    public async ValueTask InitializeAsync() =>
        _database = await MigratedDatabase.Of(Codebase.Flowstate, $"isolation_{Guid.CreateVersion7():N}");

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_modules_role_reaches_no_other_schema()
    {
        (await DatabaseRules.ARoleReadsNoSchemaButItsOwn(_database)).ShouldHold();
        (await DatabaseRules.ARoleWritesNoSchemaButItsOwn(_database)).ShouldHold();
        (await DatabaseRules.ARoleOwnsNoTable(_database)).ShouldHold();
        (await DatabaseRules.ARoleChangesNoTable(_database)).ShouldHold();
    }

    [Fact]
    public async Task Tables_that_were_moved_in_without_their_privileges_are_the_roles_after_a_start()
    {
        await _database.Execute("revoke all on all tables in schema contacts from flowstate_contacts");
        await Should.ThrowAsync<PostgresException>(() => Read("contacts.contacts"));

        await _database.Migrate();

        await Read("contacts.contacts");
        await Should.ThrowAsync<PostgresException>(() => Read("contacts.__ef_migrations_history"));

        async Task Read(string table)
        {
            await using var command = _database.As("contacts").CreateCommand($"select count(*) from {table}");
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Two_walls_stand_between_workspaces()
    {
        (await WallRules.TheDatabaseShowsOneWorkspace(_database)).ShouldHold();
        (await WallRules.AForgottenFilterShowsNothing(_database)).ShouldHold();
    }

    [Fact]
    public async Task Every_table_has_a_workspace_or_a_reason() =>
        (await DatabaseRules.EveryTableHasAWorkspace(_database, AboveWorkspaces)).ShouldHold();
}
