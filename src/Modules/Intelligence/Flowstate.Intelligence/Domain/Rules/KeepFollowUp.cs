namespace Flowstate.Intelligence.Domain.Rules;

/// <summary>A dated follow-up is a promise: it comes before every step that one merely may take.</summary>
internal sealed class KeepFollowUp : Rule
{
    public override string Code => "keepFollowUp";

    public override DateTimeOffset? Due(Situation contact) =>
        contact.FollowUp is { } open && (open.Kind == FollowUpKind.Manual || !contact.Has(Facts.Unsubscribed))
            ? open.DueAt
            : null;

    public override Advice Advise(Situation contact)
    {
        var title = contact.FollowUp!.Title;
        return contact.FollowUp.Kind switch
        {
            FollowUpKind.Rebook => new(ActionKind.Rebook, WordsPurpose.Rebook, title, 60, 3, true, Facts.MeetingBooked),
            FollowUpKind.VideoCheckIn => new(ActionKind.FollowUp, WordsPurpose.VideoCheckIn, title, 56, 5, true),
            FollowUpKind.CheckIn30 => new(ActionKind.Call, WordsPurpose.CheckIn30, title, 40, 10, true),
            FollowUpKind.NoThanks => new(ActionKind.Message, WordsPurpose.NoThanks, title, 34, 3, true),
            FollowUpKind.Reconnect => new(ActionKind.Reconnect, WordsPurpose.Reconnect, title, 36, 3, true),
            _ => new(ActionKind.FollowUp, WordsPurpose.FollowUp, title, 48, 5, true),
        };
    }

    public override string Reason(Situation contact, DateTimeOffset now) =>
        contact.FollowUp!.Kind switch
        {
            FollowUpKind.Rebook when contact is { LastFact: Facts.NoShow, LastFactAt: { } missed } =>
                $"Missed the meeting {Ago.Since(missed, now)}; rebook while it is fresh.",
            FollowUpKind.Rebook => "The missed meeting has no new date yet.",
            FollowUpKind.VideoCheckIn when contact is { LastFact: Facts.VideoSent, LastFactAt: { } sent } =>
                $"Got the video {Ago.Since(sent, now)}; ask what they liked best.",
            FollowUpKind.VideoCheckIn =>
                $"Saw the presentation {Ago.Since(contact.StageEnteredAt, now)}; ask what they liked best.",
            FollowUpKind.CheckIn30 => "A month on the team: see what went well and where you can help.",
            FollowUpKind.NoThanks when contact is { Resting: true, LastTouchAt: { } no } =>
                $"Said no thanks {Ago.Since(no, now)}; a hello without a pitch keeps the door open.",
            FollowUpKind.NoThanks => "Said no thanks; a hello without a pitch keeps the door open.",
            FollowUpKind.Reconnect when contact.LastTouchAt is { } last =>
                $"No touch for {Ago.DayCount(Ago.Days(last, now))}; reconnect with something of value.",
            FollowUpKind.Reconnect => "It has gone quiet; reconnect with something of value.",
            _ when contact.FollowUp.DueAt > now =>
                $"You planned this follow-up; it falls due {Ago.Until(contact.FollowUp.DueAt, now)}.",
            _ => $"You planned this follow-up; it fell due {Ago.Since(contact.FollowUp.DueAt, now)}.",
        };
}
