using Flowstate.Contacts.Events;

namespace Flowstate.Contacts.Domain;

internal static class Snapshot
{
    /// <summary>A contact as it is now, with its open follow-ups, for whoever has no copy of it yet.</summary>
    public static ContactSnapshot Of(Contact contact, DateTimeOffset now) =>
        new(
            contact.WorkspaceId,
            contact.Rhythm.Sequence,
            now,
            contact.Details(),
            contact.Rhythm.LastTouchAt,
            contact.Rhythm.NextTouchAt,
            contact.Qualification.Score,
            contact.Rhythm.NextStep,
            contact.Rhythm.Evidence.FactCodes(),
            [.. contact.OpenFollowUps.Select(Contact.Details)],
            contact.Rhythm.Resting
        );
}
