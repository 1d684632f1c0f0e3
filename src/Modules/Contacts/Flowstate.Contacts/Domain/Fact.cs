namespace Flowstate.Contacts.Domain;

/// <summary>The catalogue of facts. On the wire and in the database they are spelled <c>VIDEO_SENT</c>.</summary>
internal enum FactType
{
    DmStarted,
    InviteSent,
    VideoSent,
    MeetingBooked,
    MeetingHeld,
    NoShow,
    FollowUpDone,
    LeadQualified,
    JoinedTeam,
    Purchased,
    Unsubscribed,
}

internal static class FactTypes
{
    public static readonly FactType[] All = Enum.GetValues<FactType>();

    public static readonly string[] Codes =
    [
        "DM_STARTED",
        "INVITE_SENT",
        "VIDEO_SENT",
        "MEETING_BOOKED",
        "MEETING_HELD",
        "NO_SHOW",
        "FOLLOW_UP_DONE",
        "LEAD_QUALIFIED",
        "JOINED_TEAM",
        "PURCHASED",
        "UNSUBSCRIBED",
    ];

    public static readonly string[] Sources = ["ig", "messenger", "whatsapp", "web", "ads", "manual", "other"];

    public static string Code(this FactType type) => Codes[(int)type];

    public static FactType? Read(string code) =>
        Array.IndexOf(Codes, code) is >= 0 and var index ? (FactType)index : null;

    /// <summary>What the fact says in words, for the timeline.</summary>
    public static string Words(this FactType type) =>
        type switch
        {
            FactType.DmStarted => "Conversation started",
            FactType.InviteSent => "Invite sent",
            FactType.VideoSent => "Video sent",
            FactType.MeetingBooked => "Meeting booked",
            FactType.MeetingHeld => "Meeting held",
            FactType.NoShow => "Did not show up",
            FactType.FollowUpDone => "Follow-up done",
            FactType.LeadQualified => "Lead qualified",
            FactType.JoinedTeam => "Joined the team",
            FactType.Purchased => "Purchased",
            _ => "Unsubscribed",
        };
}

/// <summary>
/// What has been shown so far, one bit each, so that a gate is answered without reading a contact's history.
/// The fact bits are in the order of <see cref="FactType"/>.
/// </summary>
[Flags]
internal enum Evidence
{
    None = 0,
    DmStarted = 1 << FactType.DmStarted,
    InviteSent = 1 << FactType.InviteSent,
    VideoSent = 1 << FactType.VideoSent,
    MeetingBooked = 1 << FactType.MeetingBooked,
    MeetingHeld = 1 << FactType.MeetingHeld,
    NoShow = 1 << FactType.NoShow,
    FollowUpDone = 1 << FactType.FollowUpDone,
    LeadQualified = 1 << FactType.LeadQualified,
    JoinedTeam = 1 << FactType.JoinedTeam,
    Purchased = 1 << FactType.Purchased,
    Unsubscribed = 1 << FactType.Unsubscribed,
    Touched = 1 << 16,
    CompletedFollowUp = 1 << 17,
}

internal static class EvidenceOfFacts
{
    public static Evidence Of(FactType type) => (Evidence)(1 << (int)type);

    public static IReadOnlyList<string> FactCodes(this Evidence evidence) =>
        [.. FactTypes.All.Where(type => evidence.HasFlag(Of(type))).Select(type => type.Code())];
}
