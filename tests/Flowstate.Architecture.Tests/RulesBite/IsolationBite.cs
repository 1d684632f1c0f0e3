using Flowstate.Architecture.Tests.Rules;

namespace Flowstate.Architecture.Tests.RulesBite;

public sealed class IsolationBite
{
    [Fact]
    public async Task A_hole_in_the_wall_is_reported()
    {
        await using var database = await MigratedDatabase.Of(Codebase.Flowstate, $"holes_{Guid.CreateVersion7():N}");
        var (reader, owner) = (database.Modules.First(), database.Modules.Last());
        await database.Execute(
            $"""
            grant usage on schema {owner} to flowstate_{reader};
            grant select, delete on {owner}.inbox to flowstate_{reader};
            grant create on schema {reader} to flowstate_{reader};
            create table {owner}.stray (id int);
            alter table {owner}.tasks owner to flowstate_{owner};
            """
        );

        (await DatabaseRules.ARoleReadsNoSchemaButItsOwn(database)).ShouldReport($"{reader} can read {owner}.inbox");
        (await DatabaseRules.ARoleWritesNoSchemaButItsOwn(database)).ShouldReport($"{reader} can write {owner}.inbox");
        (await DatabaseRules.ARoleOwnsNoTable(database)).ShouldReport($"flowstate_{owner} owns {owner}.tasks");
        (await DatabaseRules.ARoleChangesNoTable(database)).ShouldReport($"{reader} may create table {reader}.stray");
        (await DatabaseRules.EveryTableHasAWorkspace(database)).ShouldReport($"{owner}.stray has no workspace_id");
    }

    [Fact]
    public async Task A_table_that_was_left_open_is_reported()
    {
        await using var database = await MigratedDatabase.Of(Codebase.Flowstate, $"open_{Guid.CreateVersion7():N}");
        await database.Execute(
            """
            alter table contacts.contacts disable row level security;
            create policy everybody on contacts.touches to flowstate_contacts using (true);
            """
        );

        var verdict = await WallRules.TheDatabaseShowsOneWorkspace(database);
        verdict.ShouldReport("contacts.contacts has no forced row-level security");
        verdict.ShouldReport("contacts.touches shows 2 rows outside workspaces");
        verdict.ShouldReport("contacts.touches lets a row be moved into another workspace");
        (await WallRules.AForgottenFilterShowsNothing(database)).ShouldReport("contacts.touches shows 2 rows");

        // A start closes what it finds open by its column.
        await database.Execute("drop policy everybody on contacts.touches");
        await database.Migrate();
        (await WallRules.TheDatabaseShowsOneWorkspace(database)).ShouldHold();
    }
}
