namespace Flowstate.Architecture.Tests.RulesBite;

internal static class Bite
{
    public const string Notes = "src/Modules/Notes/Flowstate.Notes";
    public const string NotesEvents = "src/Modules/Notes/Flowstate.Notes.Events";

    private static readonly Lazy<Codebase> Sound = new(() => TwoModules.With().Code);

    /// <summary>The rule holds for the sound modules and names the offence once this one thing is changed.</summary>
    public static void Of(Func<Codebase, Verdict> rule, string offence, params Change[] changes)
    {
        rule(Sound.Value).ShouldHold();
        using var broken = TwoModules.With(changes);
        rule(broken.Code).ShouldReport(offence);
    }
}
