using Flowstate.Architecture.Tests.Rules;

namespace Flowstate.Architecture.Tests;

public sealed class Persistence
{
    [Fact]
    public void Every_row_of_a_workspace_is_filtered_by_it() =>
        ModelRules.EveryRowOfAWorkspaceIsFilteredByIt(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Keys_start_with_the_workspace() =>
        ModelRules.KeysStartWithTheWorkspace(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void What_has_a_workspace_says_so() => ModelRules.WhatHasAWorkspaceSaysSo(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Everything_is_in_the_modules_schema() =>
        ModelRules.EverythingIsInTheModulesSchema(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Names_are_snake_case() => ModelRules.NamesAreSnakeCase(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Migrations_are_up_to_date() => ModelRules.MigrationsAreUpToDate(Codebase.Flowstate).ShouldHold();
}
