namespace Flowstate.Contacts.Domain;

/// <summary>Where a contact stands in the pipeline, with the dates of its open follow-ups: all that a move can change.</summary>
internal sealed record PipelineState(
    Stage Stage,
    DateTimeOffset EnteredAt,
    Stage? ReturnsTo,
    DateTimeOffset? PresentedAt,
    IReadOnlyDictionary<Guid, DateTimeOffset> FollowUps
);
