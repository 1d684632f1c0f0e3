using Flowstate.Intelligence.Domain;
using Flowstate.Shared.Slices;

namespace Flowstate.Intelligence.Tests.Domain;

/// <summary>Contacts as rules see them, at one fixed moment.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Ago(double days) => Now.AddDays(-days);

    public static Situation At(string stage, double days = 10, double? touched = null) =>
        new()
        {
            Stage = Code.Read<Stage>(stage)!.Value,
            StageEnteredAt = Ago(days),
            CreatedAt = Ago(days),
            LastTouchAt = touched is { } since ? Ago(since) : null,
        };

    public static OpenFollowUp FollowUp(FollowUpKind kind, DateTimeOffset due) =>
        new(Guid.CreateVersion7(), kind, "As planned", due);
}
