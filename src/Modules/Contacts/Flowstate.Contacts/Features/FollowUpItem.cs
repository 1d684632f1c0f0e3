using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Features;

/// <summary>A follow-up as it is shown. Escalation: 0 none, 1 gentle, 2 firm, 3 the leader sees it.</summary>
internal sealed record FollowUpItem(
    Guid Id,
    Guid ContactId,
    FollowUpKind Kind,
    string Title,
    DateTimeOffset DueAt,
    FollowUpStatus Status,
    int Escalation
)
{
    public static FollowUpItem Of(FollowUp followUp) =>
        new(
            followUp.Id,
            followUp.ContactId,
            followUp.Kind,
            followUp.Title,
            followUp.DueAt,
            followUp.Status,
            followUp.Escalation
        );
}
