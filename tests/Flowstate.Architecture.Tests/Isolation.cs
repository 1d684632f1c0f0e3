using Flowstate.Architecture.Tests.Rules;

namespace Flowstate.Architecture.Tests;

/// <summary>In a real PostgreSQL with every module migrated, asked as the modules' own roles.</summary>
public sealed class Isolation : IAsyncLifetime
{
    // Who somebody is must be known before any workspace is entered.
    private static readonly string[] AboveWorkspaces = ["identity.users"];

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
    public async Task Every_table_has_a_workspace_or_a_reason() =>
        (await DatabaseRules.EveryTableHasAWorkspace(_database, AboveWorkspaces)).ShouldHold();
}
