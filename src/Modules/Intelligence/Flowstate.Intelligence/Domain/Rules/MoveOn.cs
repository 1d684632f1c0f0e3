namespace Flowstate.Intelligence.Domain.Rules;

/// <summary>The gate is open already; only the card has not been moved.</summary>
internal sealed class MoveOn : Rule
{
    public override string Code => "moveOn";

    public override DateTimeOffset? Due(Situation contact) =>
        contact is { OpenToNextStep: true, LastTouchAt: not null } && Shown(contact) is not null
            ? contact.StepDue(1)
            : null;

    public override Advice Advise(Situation contact) =>
        new(
            ActionKind.Move,
            WordsPurpose.General,
            $"Move to {contact.Stage.Next().Label()}",
            24,
            1,
            SuggestedStage: contact.Stage.Next()
        );

    public override string Reason(Situation contact, DateTimeOffset now) =>
        $"{Shown(contact)}, but the card still stands at {contact.Stage.Label()}.";

    private static string? Shown(Situation contact) =>
        contact.Stage switch
        {
            Stage.Relationship when contact.Has(Facts.InviteSent) => "The invite is out",
            Stage.Invited when contact.QualificationScore == 100 => "All four questions are answered",
            Stage.Qualified when contact.Has(Facts.VideoSent) => "The video is sent",
            Stage.Qualified when contact.Has(Facts.MeetingHeld) => "The meeting was held",
            _ => null,
        };
}
