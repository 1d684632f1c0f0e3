using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Domain;

/// <summary>An allowed move. <paramref name="Forced"/> means the gate was closed and somebody answered for it.</summary>
internal sealed record Move(Stage From, Stage To, bool Forward, bool Forced);

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

    /// <summary>What the gate into a stage still wants; empty if it is open.</summary>
    public static IReadOnlyList<Missing> MissingFor(Stage to, Evidence evidence, Qualification qualification) =>
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
        bool force,
        string? reason
    )
    {
        if (from == to)
        {
            return Impossible($"The contact is already in {to.Label()}.", []);
        }

        if (to.IsSide())
        {
            return new Move(from, to, Forward: false, Forced: false);
        }

        var left = from.IsSide() ? returnsTo ?? Stage.Lead : from;
        if (to <= left)
        {
            return new Move(from, to, Forward: false, Forced: false);
        }

        if (from.IsSide())
        {
            return Impossible($"From {from.Label()} a contact returns to {left.Label()} first.", [left]);
        }

        if (to != from.Next())
        {
            return Impossible(
                $"One step at a time: after {from.Label()} comes {from.Next()!.Value.Label()}.",
                [from.Next()!.Value]
            );
        }

        var missing = MissingFor(to, evidence, qualification);
        if (missing.Count == 0)
        {
            return new Move(from, to, Forward: true, Forced: false);
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
            : new Move(from, to, Forward: true, Forced: true);
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
