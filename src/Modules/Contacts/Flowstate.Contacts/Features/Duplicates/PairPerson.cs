using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Features.Duplicates;

/// <summary>One of two who may be the same, as far as one needs to tell them apart.</summary>
internal sealed record PairPerson(
    Guid Id,
    string Name,
    string? Organisation,
    string? Email,
    string? Phone,
    Stage Stage,
    Guid OwnerId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastTouchAt
);
