namespace Flowstate.Intelligence.Domain;

/// <summary>
/// priority (0–100) = value of the action (24–60) + stage (0–12) + 2 × stars (0–10) + lateness (−4 to +16).
/// The first three are the base, which is stored. Lateness is one point per 6 hours since the due date, so that what
/// waits climbs, but an old routine never passes a fresh promise by more than 16; it is added when it is read.
/// </summary>
internal static class Priority
{
    public const int LeastLateness = -4;
    public const int MostLateness = 16;
    public static readonly TimeSpan LatenessStep = TimeSpan.FromHours(6);

    public static int Base(Advice advice, Situation contact) =>
        advice.Value + OfStage(contact.Stage) + 2 * contact.Warmth;

    private static int OfStage(Stage stage) =>
        stage switch
        {
            Stage.Lead or Stage.Nurture => 2,
            Stage.Relationship => 4,
            Stage.Invited or Stage.SignedUp => 6,
            Stage.Qualified => 9,
            Stage.PresentationSent or Stage.FollowUp => 12,
            _ => 0,
        };
}
