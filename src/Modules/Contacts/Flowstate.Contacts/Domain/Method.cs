namespace Flowstate.Contacts.Domain;

/// <summary>The method as a workspace practises it, for one contact: what its verbs have to know of the settings.</summary>
/// <param name="OwnersZone">Whose clock counts for a contact whose time zone is not known.</param>
internal sealed record Method(
    CadenceDays Cadence,
    GateModes Gates,
    StageLabels Labels,
    QuietHours Quiet,
    TimeZoneInfo OwnersZone
)
{
    public static readonly Method Default = new(
        CadenceDays.Default,
        GateModes.Strict,
        StageLabels.Canonical,
        QuietHours.None,
        TimeZoneInfo.Utc
    );

    /// <summary>When an automation's follow-up is due: not in the contact's quiet hours.</summary>
    public DateTimeOffset Due(DateTimeOffset planned, string? timeZone) =>
        Quiet.After(
            planned,
            timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : OwnersZone
        );
}
