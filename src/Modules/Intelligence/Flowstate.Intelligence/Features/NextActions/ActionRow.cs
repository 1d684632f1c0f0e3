using Flowstate.Intelligence.Domain;
using Flowstate.Shared.Slices;

namespace Flowstate.Intelligence.Features.NextActions;

/// <summary>A stored next action with the facts its words are made of, as <see cref="ReadActions"/> reads it.</summary>
internal sealed class ActionRow
{
    public Guid ContactId { get; set; }
    public string Rule { get; set; } = "";
    public int Priority { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public int Minutes { get; set; }
    public Guid? FollowUpId { get; set; }

    public string Name { get; set; } = "";
    public int Warmth { get; set; }
    public string Stage { get; set; } = "";
    public DateTimeOffset StageEnteredAt { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? LastTouchAt { get; set; }
    public int QualificationScore { get; set; }
    public string[] Facts { get; set; } = [];
    public string? LastFact { get; set; }
    public DateTimeOffset? LastFactAt { get; set; }

    public string? FollowUpKind { get; set; }
    public string? FollowUpTitle { get; set; }
    public DateTimeOffset? FollowUpDueAt { get; set; }

    public bool HasCadence { get; set; }
    public int? One { get; set; }
    public int? Two { get; set; }
    public int? Three { get; set; }
    public int? Four { get; set; }
    public int? Five { get; set; }

    public Situation Situation() =>
        new()
        {
            Stage = Code.Read<Stage>(Stage)!.Value,
            StageEnteredAt = StageEnteredAt,
            CreatedAt = CreatedAt,
            Warmth = Warmth,
            LastTouchAt = LastTouchAt,
            QualificationScore = QualificationScore,
            Facts = Facts,
            LastFact = LastFact,
            LastFactAt = LastFactAt,
            Cadence = HasCadence ? new(One, Two, Three, Four, Five) : CadenceDays.Default,
            FollowUp = FollowUpId is { } id
                ? new(id, Code.Read<FollowUpKind>(FollowUpKind!)!.Value, FollowUpTitle!, FollowUpDueAt!.Value)
                : null,
        };
}
