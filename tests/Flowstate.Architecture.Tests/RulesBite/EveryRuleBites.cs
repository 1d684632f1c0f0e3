using System.Reflection;
using Flowstate.Architecture.Tests.Rules;

namespace Flowstate.Architecture.Tests.RulesBite;

public sealed class EveryRuleBites
{
    private static IEnumerable<string> AllRules =>
        typeof(BoundaryRules)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(BoundaryRules).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.ReturnType == typeof(Verdict) || method.ReturnType == typeof(Task<Verdict>))
            .Select(method => method.Name);

    [Fact]
    public void Each_rule_is_asked_of_the_code_and_shown_to_bite()
    {
        var tests = Directory
            .EnumerateFiles(
                Path.Combine(Codebase.Flowstate.Root, "tests", "Flowstate.Architecture.Tests"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Select(File.ReadAllText)
            .ToList();
        Verdict
            .On(
                AllRules,
                rule =>
                    // Once where it holds for Flowstate, once where something was broken on purpose.
                    tests.Count(text => text.Contains($".{rule}", StringComparison.Ordinal)) < 2
                        ? [$"{rule} is not both asked and bitten"]
                        : []
            )
            .ShouldHold();
    }

    [Fact]
    public void A_rule_that_matches_nothing_fails() =>
        Should
            .Throw<ShouldAssertException>(() => Verdict.On(Array.Empty<string>(), _ => []).ShouldHold())
            .Message.ShouldContain("found nothing to look at");

    [Fact]
    public void All_offenders_are_named_at_once() =>
        Verdict
            .On(Enumerable.Range(1, 2), number => [$"{number} is wrong"])
            .Offences.ShouldBe(["1 is wrong", "2 is wrong"]);
}
