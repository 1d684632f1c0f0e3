using System.Runtime.CompilerServices;

namespace Flowstate.Architecture.Tests;

/// <summary>What a rule found: how much it looked at, and every offender, not only the first.</summary>
internal sealed record Verdict(string Rule, int Subjects, IReadOnlyList<string> Offences)
{
    public static Verdict On<T>(
        IEnumerable<T> subjects,
        Func<T, IEnumerable<string>> offences,
        [CallerMemberName] string rule = ""
    )
    {
        var all = subjects.ToList();
        return new Verdict(rule, all.Count, [.. all.SelectMany(offences).Distinct()]);
    }

    /// <summary>A rule that matched nothing has proved nothing: that is a failure too.</summary>
    public void ShouldHold()
    {
        Subjects.ShouldBeGreaterThan(0, $"{Rule} found nothing to look at");
        Offences.ShouldBeEmpty($"{Rule}, {Subjects} looked at:\n  {string.Join("\n  ", Offences)}\n");
    }

    public void ShouldReport(string offence) =>
        Offences.ShouldContain(
            found => found.Contains(offence, StringComparison.Ordinal),
            $"{Rule} did not report '{offence}' among {Subjects} looked at; it said: {string.Join("; ", Offences)}"
        );
}
