namespace Flowstate.Contacts.Domain;

/// <summary>What the prospect said in their own words; each of the four is worth 25 points.</summary>
internal sealed record Qualification(string? Why, string? DesiredOutcome, string? Timeline, string? DecisionMaker)
{
    public static readonly Qualification Unknown = new(null, null, null, null);

    public int Score => 25 * new[] { Why, DesiredOutcome, Timeline, DecisionMaker }.Count(Known);

    public IEnumerable<Missing> Missing() =>
        new (string? Value, string Field, string Text)[]
        {
            (Why, "why", "Find out their why"),
            (DesiredOutcome, "desiredOutcome", "Find out the outcome they want"),
            (Timeline, "timeline", "Find out their timeline"),
            (DecisionMaker, "decisionMaker", "Find out who decides"),
        }
            .Where(answer => !Known(answer.Value))
            .Select(answer => new Missing("qualification", answer.Text, answer.Field));

    private static bool Known(string? answer) => !string.IsNullOrWhiteSpace(answer);
}

/// <summary>One thing a gate still wants. <paramref name="Text"/> tells the rep what to do.</summary>
internal sealed record Missing(string Code, string Text, string? Field = null);
