using Flowstate.Architecture.Tests.Rules;
using static Flowstate.Architecture.Tests.RulesBite.Bite;

namespace Flowstate.Architecture.Tests.RulesBite;

public sealed class SharedAndModelsBite
{
    private const string Context = $"{Notes}/Persistence/NotesDbContext.cs";

    [Theory]
    [InlineData("says 'ContactPace'", "record Pace", "record ContactPace")]
    [InlineData("says 'touches'", "last)", "touches)")]
    public void A_business_noun_in_shared(string wrong, string old, string now) =>
        Of(SharedRules.SharedKnowsNoBusinessNoun, wrong, Change.In("src/Shared/Flowstate.Shared/Pace.cs", old, now));

    [Fact]
    public void A_shared_that_grew_too_large() =>
        Of(
            SharedRules.SharedKeepsItsBudget,
            "over its budget",
            Change.Add(
                "src/Shared/Flowstate.Shared/Large.cs",
                string.Concat(Enumerable.Repeat("public int More;\n", SharedRules.Budget))
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("});")]
    [InlineData("using System;")]
    [InlineData("namespace X;")]
    [InlineData("// why")]
    [InlineData("/// <summary>")]
    public void A_line_that_is_no_code_is_not_counted(string line) => SharedRules.IsCode(line).ShouldBeFalse();

    [Fact]
    public void A_table_without_the_workspace_filter() =>
        Of(
            ModelRules.EveryRowOfAWorkspaceIsFilteredByIt,
            "Notes: notes has no workspace filter",
            Change.In(
                Context,
                "    protected override void MapModule",
                """
                    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
                        configurationBuilder.Conventions.Add(_ => new Unfiltered());

                    private sealed class Unfiltered : Microsoft.EntityFrameworkCore.Metadata.Conventions.IModelFinalizingConvention
                    {
                        public void ProcessModelFinalizing(
                            Microsoft.EntityFrameworkCore.Metadata.Builders.IConventionModelBuilder model,
                            Microsoft.EntityFrameworkCore.Metadata.Conventions.IConventionContext<Microsoft.EntityFrameworkCore.Metadata.Builders.IConventionModelBuilder> context
                        ) => ((Microsoft.EntityFrameworkCore.Metadata.IMutableEntityType)model.Metadata.FindEntityType(typeof(Note))!)
                            .SetQueryFilter(WorkspaceFilter, null);
                    }

                    protected override void MapModule
                """
            )
        );

    [Fact]
    public void A_unique_index_across_workspaces() =>
        Of(
            ModelRules.KeysStartWithTheWorkspace,
            "Notes: notes ix_notes_text starts with text",
            Change.In(Context, "new { note.WorkspaceId, note.Text }", "note.Text")
        );

    [Fact]
    public void A_row_that_hides_its_workspace() =>
        Of(
            ModelRules.WhatHasAWorkspaceSaysSo,
            "Notes: stray has a workspace_id, but is not IWorkspaceOwned",
            Change.In(Context, "modelBuilder.Entity<Note>", "modelBuilder.Entity<Stray>(_ => { }).Entity<Note>"),
            Change.Add(
                $"{Notes}/Domain/Stray.cs",
                "namespace Flowstate.Notes.Domain; internal sealed class Stray { public Guid Id { get; set; } public Guid WorkspaceId { get; set; } }"
            )
        );

    [Fact]
    public void A_table_in_another_schema() =>
        Of(
            ModelRules.EverythingIsInTheModulesSchema,
            "Notes: notes is in schema 'bells'",
            Change.In(Context, "ToTable(\"notes\")", "ToTable(\"notes\", \"bells\")")
        );

    [Fact]
    public void A_name_that_is_not_snake_case() =>
        Of(
            ModelRules.NamesAreSnakeCase,
            "'Notes' is not snake_case",
            Change.In(Context, "ToTable(\"notes\")", "ToTable(\"Notes\")")
        );

    /// <summary>Here the sound one is Flowstate itself: the two modules have no snapshot to be up to date with.</summary>
    [Fact]
    public void A_model_that_has_outgrown_its_migrations()
    {
        using var behind = TwoModules.With();
        ModelRules
            .MigrationsAreUpToDate(behind.Code)
            .ShouldReport("NotesDbContext has changed since its last migration");
    }
}
