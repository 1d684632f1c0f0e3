using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Features.Progress;

/// <summary>A day's targets, and when nobody is to be disturbed: both hours or neither.</summary>
internal sealed record DaySettingsView(int InviteTarget, int FollowUpTarget, TimeOnly? QuietFrom, TimeOnly? QuietUntil)
{
    public static DaySettingsView Of(DaySettings? settings) =>
        settings is null
            ? new DaySettingsView(DayTargets.Default.Invites, DayTargets.Default.FollowUps, null, null)
            : new DaySettingsView(
                settings.InviteTarget,
                settings.FollowUpTarget,
                settings.QuietFrom,
                settings.QuietUntil
            );
}
