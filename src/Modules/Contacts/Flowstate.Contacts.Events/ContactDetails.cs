namespace Flowstate.Contacts.Events;

/// <summary>
/// Everything a consumer may copy about a contact. <paramref name="Version"/> grows with every event of the contact.
/// Stages are canonical codes (<c>lead</c> … <c>nurture</c>); <paramref name="Warmth"/> is 0 (not rated) to 5;
/// <paramref name="Phone"/> is E.164 where it could be parsed, else as typed; times are UTC.
/// </summary>
public sealed record ContactDetails(
    Guid ContactId,
    long Version,
    Guid OwnerId,
    string FirstName,
    string? LastName,
    string Name,
    string? Organisation,
    string? Email,
    string? Phone,
    IReadOnlyList<string> Emails,
    IReadOnlyList<string> Phones,
    string? WhatsApp,
    string? Instagram,
    string? Country,
    string? Language,
    string? TimeZone,
    string Stage,
    DateTimeOffset StageEnteredAt,
    int Warmth,
    IReadOnlyList<string> Tags,
    string? Source,
    DateTimeOffset CreatedAt
);

/// <summary>An open follow-up, as a snapshot carries it. Escalation: 0 none, 1 gentle, 2 firm, 3 three days late.</summary>
public sealed record FollowUpDetails(Guid FollowUpId, string Kind, string Title, DateTimeOffset DueAt, int Escalation);
