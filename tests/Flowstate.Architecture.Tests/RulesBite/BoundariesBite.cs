using Flowstate.Architecture.Tests.Rules;
using static Flowstate.Architecture.Tests.RulesBite.Bite;

namespace Flowstate.Architecture.Tests.RulesBite;

public sealed class BoundariesBite
{
    [Fact]
    public void A_use_of_another_runtime() =>
        Of(
            BoundaryRules.ARuntimeUsesNoOtherRuntime,
            "Flowstate.Notes.Domain.Note uses",
            Change.In($"{Notes}/Domain/Note.cs", "= \"\"", "= new Flowstate.Bells.BellsModule().Name")
        );

    [Fact]
    public void A_reference_to_another_runtime() =>
        Of(
            BoundaryRules.OnlyTheHostReferencesRuntimes,
            "Flowstate.Notes references the runtime Flowstate.Bells",
            Change.In($"{Notes}/Flowstate.Notes.csproj", "Bells.Events", "Bells")
        );

    [Fact]
    public void A_test_project_that_needs_another_module() =>
        Of(
            BoundaryRules.OnlyTheHostReferencesRuntimes,
            "Flowstate.Notes.Tests references the runtime Flowstate.Bells",
            Change.In("tests/Flowstate.Notes.Tests/Flowstate.Notes.Tests.csproj", "Notes", "Bells")
        );

    [Fact]
    public void A_module_that_nobody_loads() =>
        Of(
            BoundaryRules.TheHostLoadsEveryModule,
            "the Host does not load Notes",
            Change.In("src/Host/Program.cs", ", new NotesModule()", "")
        );

    [Fact]
    public void A_public_type() =>
        Of(
            BoundaryRules.OnlyTheModuleItselfIsPublic,
            "Flowstate.Notes.Domain.Note is public",
            Change.In($"{Notes}/Domain/Note.cs", "internal sealed", "public sealed")
        );

    [Fact]
    public void Internals_shown_to_a_neighbour() =>
        Of(
            BoundaryRules.InternalsAreShownToTheModulesOwnTests,
            "Notes shows its internals to Flowstate.Bells",
            Change.In(
                $"{Notes}/Domain/Note.cs",
                "namespace",
                """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Flowstate.Bells")] namespace"""
            )
        );

    [Fact]
    public void An_event_that_needs_more_than_the_abstractions() =>
        Of(
            BoundaryRules.EventsSeeOnlyAbstractions,
            "Notes.Events sees Flowstate.Shared",
            Change.Add(
                $"{NotesEvents}/Leak.cs",
                "namespace Flowstate.Notes.Events; public sealed record Leak(Flowstate.Shared.Slices.Done Done);"
            )
        );

    [Fact]
    public void Events_that_reference_a_project() =>
        Of(
            BoundaryRules.EventsSeeOnlyAbstractions,
            "Notes.Events sees Flowstate.Bells.Events",
            Change.In(
                $"{NotesEvents}/Flowstate.Notes.Events.csproj",
                " />",
                """><ItemGroup><ProjectReference Include="../../Bells/Flowstate.Bells.Events.csproj" /></ItemGroup></Project>"""
            )
        );

    [Fact]
    public void Shared_that_knows_a_module() =>
        Of(
            BoundaryRules.SharedSeesNoModule,
            "Flowstate.Shared sees Flowstate.Notes.Events",
            Change.In("src/Shared/Flowstate.Shared/Flowstate.Shared.csproj", "Abstractions", "Notes.Events")
        );

    [Theory]
    [InlineData("Notes: name 'notes'", "NotesModule.cs", "Name => \"notes\"", "Name => \"note\"")]
    [InlineData("Notes: permissions", "NotesModule.cs", "\"notes.write\"", "\"bells.write\"")]
    [InlineData("Notes: exactly one IModule", "NotesModule.cs", "NotesModule : IModule", "NotesModule")]
    [InlineData("Notes: a migration", "Persistence/Migrations/First.cs", "sealed class", "abstract class")]
    [InlineData("Notes: a reaction", "Reactions/WhenBellChimed.cs", " : IReaction<BellChimed>", "")]
    public void A_module_with_a_piece_missing(string missing, string file, string old, string now) =>
        Of(WholeModuleRules.EachModuleIsWhole, missing, Change.In($"{Notes}/{file}", old, now));

    [Fact]
    public void A_module_without_tests() =>
        Of(
            WholeModuleRules.EachModuleIsWhole,
            "Notes: a test project",
            Change.Remove("tests/Flowstate.Notes.Tests/Flowstate.Notes.Tests.csproj")
        );
}
