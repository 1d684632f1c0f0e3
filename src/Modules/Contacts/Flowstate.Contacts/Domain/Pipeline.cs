using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Domain;

/// <summary>
/// An allowed move. <paramref name="Forced"/> means the gate was closed and somebody answered for it;
/// <paramref name="Missing"/> is what it wanted all the same, by force or because it only advises.
/// </summary>
internal sealed record Move(Stage From, Stage To, bool Forward, bool Forced, IReadOnlyList<Missing> Missing)
{
    /// <summary>To a side stage, back from one, or a correction: no gate stands there.</summary>
    public static Move Free(Stage from, Stage to) => new(from, to, Forward: false, Forced: false, []);
}

/// <summary>
/// The rules of the line: forward one step and through the gate; backward always; side stages from anywhere and back
/// to where the contact left. Force opens a gate, it does not skip a stage.
/// </summary>
internal static class Pipeline
{
    public static readonly Error ReasonRequired = new(
        ErrorKind.Unprocessable,
        "contacts.reason-required",
        "A forced move needs a reason: say why the rule does not fit here."
    );

    /// <summary>What the gate into a stage still wants; empty if it is open or off.</summary>
    public static IReadOnlyList<Missing> MissingFor(
        Stage to,
        Evidence evidence,
        Qualification qualification,
        GateMode gate
    ) => gate == GateMode.Off ? [] : MissingFor(to, evidence, qualification);

    private static IReadOnlyList<Missing> MissingFor(Stage to, Evidence evidence, Qualification qualification) =>
        to switch
        {
            Stage.Relationship => Wants(Has(evidence, Evidence.Touched), "touch", "Log a touch first"),
            Stage.Invited => Wants(Has(evidence, Evidence.InviteSent), "inviteSent", "Send the invite first"),
            Stage.Qualified => [.. qualification.Missing()],
            Stage.PresentationSent => Wants(
                Has(evidence, Evidence.VideoSent | Evidence.MeetingHeld),
                "presentation",
                "Send the video or hold the meeting first"
            ),
            Stage.FollowUp => Wants(
                Has(evidence, Evidence.CompletedFollowUp | Evidence.FollowUpDone),
                "completedFollowUp",
                "Complete a follow-up first"
            ),
            Stage.SignedUp => Wants(
                Has(evidence, Evidence.JoinedTeam | Evidence.Purchased),
                "joined",
                "Record that they joined or purchased first"
            ),
            _ => [],
        };

    /// <summary>
    /// Judges a move. Errors: <c>contacts.impossible-move</c>, <c>contacts.gate-closed</c> (with <c>missing</c>),
    /// <c>contacts.reason-required</c>.
    /// </summary>
    public static Result<Move> Judge(
        Stage from,
        Stage? returnsTo,
        Stage to,
        Evidence evidence,
        Qualification qualification,
        GateModes gates,
        StageLabels labels,
        bool force,
        string? reason
    )
    {
        if (from == to)
        {
            return Impossible($"The contact is already in {labels.Of(to)}.", []);
        }

        if (to.IsSide())
        {
            return Move.Free(from, to);
        }

        var left = from.IsSide() ? returnsTo ?? Stage.Lead : from;
        if (to <= left)
        {
            return Move.Free(from, to);
        }

        if (from.IsSide())
        {
            return Impossible($"From {labels.Of(from)} a contact returns to {labels.Of(left)} first.", [left]);
        }

        if (to != from.Next())
        {
            return Impossible(
                $"One step at a time: after {labels.Of(from)} comes {labels.Of(from.Next()!.Value)}.",
                [from.Next()!.Value]
            );
        }

        var missing = MissingFor(to, evidence, qualification, gates.Into(to));
        if (missing.Count == 0 || gates.Into(to) == GateMode.Advisory)
        {
            return new Move(from, to, Forward: true, Forced: false, missing);
        }

        if (!force)
        {
            return new Error(ErrorKind.Conflict, "contacts.gate-closed", $"{missing[0].Text}.").With(
                "missing",
                missing
            );
        }

        return reason?.Any(char.IsLetterOrDigit) != true
            ? ReasonRequired
            : new Move(from, to, Forward: true, Forced: true, missing);
    }

    private static Error Impossible(string text, Stage[] possible) =>
        new Error(ErrorKind.Conflict, "contacts.impossible-move", text).With(
            "possible",
            possible.Select(stage => stage.Code()).ToArray()
        );

    private static bool Has(Evidence evidence, Evidence any) => (evidence & any) != Evidence.None;

    private static IReadOnlyList<Missing> Wants(bool met, string code, string text) =>
        met ? [] : [new Missing(code, text)];
}
