using Flowstate.Architecture.Tests.Rules;

namespace Flowstate.Architecture.Tests;

public sealed class SharedPurity
{
    [Fact]
    public void Shared_knows_no_business_noun() =>
        SharedRules.SharedKnowsNoBusinessNoun(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Shared_keeps_its_budget() => SharedRules.SharedKeepsItsBudget(Codebase.Flowstate).ShouldHold();
}
