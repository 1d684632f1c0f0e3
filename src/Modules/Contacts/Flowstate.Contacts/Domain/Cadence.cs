using Flowstate.Contacts.Events;
using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>How many days may pass between touches, by warmth; null means never. One per workspace.</summary>
internal sealed record CadenceDays(int? One, int? Two, int? Three, int? Four, int? Five)
{
    public static readonly CadenceDays Default = new(null, 120, 90, 60, 30);

    /// <summary>Days for a warmth of 0 to 5. Who is not rated yet is kept warm like three stars, not forgotten.</summary>
    public int? For(int warmth) =>
        warmth switch
        {
            1 => One,
            2 => Two,
            4 => Four,
            5 => Five,
            _ => Three,
        };

    /// <summary>The next touch counts from the last one, whatever was planned before.</summary>
    public DateTimeOffset? NextTouch(DateTimeOffset? lastTouchAt, int warmth) =>
        lastTouchAt is { } last && For(warmth) is { } days ? last.AddDays(days) : null;
}

internal sealed class Cadence : Entity
{
    private Cadence() { }

    public CadenceDays Days { get; private set; } = CadenceDays.Default;

    public static Cadence Start(Guid workspaceId) => new() { Id = workspaceId, WorkspaceId = workspaceId };

    public void Change(CadenceDays days, DateTimeOffset now)
    {
        if (days == Days)
        {
            return;
        }

        Days = days;
        Touch();
        Raise(new CadenceChanged(WorkspaceId, Version, now, days.One, days.Two, days.Three, days.Four, days.Five));
    }
}
