using System.Text.Json;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// Everything the card shows. <paramref name="Gate"/> is the next move forward and what it still wants; null after the
/// last stage and on a side stage. <paramref name="ReturnsTo"/> is where a contact on a side stage left the line.
/// <paramref name="HiddenFields"/> are the sensitive fields that hold what the reader may not see.
/// </summary>
internal sealed record ContactCard(
    Guid Id,
    long Version,
    string Name,
    string FirstName,
    string? LastName,
    string? Organisation,
    string? Title,
    IReadOnlyList<ContactCard.Point> Emails,
    IReadOnlyList<ContactCard.Point> Phones,
    Handles Handles,
    string? Country,
    string? Language,
    string? TimeZone,
    string? Source,
    IReadOnlyList<string> Tags,
    int Warmth,
    string? Notes,
    Stage Stage,
    string StageLabel,
    DateTimeOffset StageEnteredAt,
    Stage? ReturnsTo,
    string? NextStep,
    Guid OwnerId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? LastTouchAt,
    DateTimeOffset? NextTouchAt,
    ContactCard.Answers Qualification,
    IReadOnlyList<FollowUpItem> FollowUps,
    ContactCard.NextMove? Gate,
    IReadOnlyDictionary<string, JsonElement> Fields,
    IReadOnlyList<string> HiddenFields
)
{
    internal sealed record Point(string? Label, string Value, string? Normalised);

    internal sealed record Answers(
        string? Why,
        string? DesiredOutcome,
        string? Timeline,
        string? DecisionMaker,
        int Score
    );

    /// <param name="Mode">What the gate does: an advisory one lets through what is missing, one that is off asks for nothing.</param>
    internal sealed record NextMove(
        Stage To,
        string ToLabel,
        GateMode Mode,
        bool Allowed,
        IReadOnlyList<Missing> Missing
    );
}
