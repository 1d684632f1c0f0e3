using Flowstate.Architecture.Tests.Rules;

namespace Flowstate.Architecture.Tests;

public sealed class Boundaries
{
    [Fact]
    public void Each_module_is_whole() => WholeModuleRules.EachModuleIsWhole(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void A_runtime_uses_no_other_runtime() =>
        BoundaryRules.ARuntimeUsesNoOtherRuntime(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Only_the_host_references_runtimes() =>
        BoundaryRules.OnlyTheHostReferencesRuntimes(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void The_host_loads_every_module() => BoundaryRules.TheHostLoadsEveryModule(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Only_the_module_itself_is_public() =>
        BoundaryRules.OnlyTheModuleItselfIsPublic(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Internals_are_shown_to_the_modules_own_tests() =>
        BoundaryRules.InternalsAreShownToTheModulesOwnTests(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Events_see_only_abstractions() =>
        BoundaryRules.EventsSeeOnlyAbstractions(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Shared_sees_no_module() => BoundaryRules.SharedSeesNoModule(Codebase.Flowstate).ShouldHold();
}
