namespace Flowstate.Intelligence.Domain;

/// <summary>The stages of the method, in order; the last two stand beside it.</summary>
internal enum Stage
{
    Lead,
    Relationship,
    Invited,
    Qualified,
    PresentationSent,
    FollowUp,
    SignedUp,
    NotNow,
    Nurture,
}

internal static class Stages
{
    public static string Label(this Stage stage) =>
        stage switch
        {
            Stage.PresentationSent => "Presentation sent",
            Stage.FollowUp => "Follow-up",
            Stage.SignedUp => "Signed up",
            Stage.NotNow => "Not now",
            Stage.Nurture => "Long-term nurture",
            _ => stage.ToString(),
        };

    public static Stage Next(this Stage stage) => stage < Stage.SignedUp ? stage + 1 : stage;
}

/// <summary>The facts that rules ask for, as they are spelled on the wire.</summary>
internal static class Facts
{
    public const string InviteSent = "INVITE_SENT";
    public const string VideoSent = "VIDEO_SENT";
    public const string MeetingBooked = "MEETING_BOOKED";
    public const string MeetingHeld = "MEETING_HELD";
    public const string NoShow = "NO_SHOW";
    public const string JoinedTeam = "JOINED_TEAM";
    public const string Purchased = "PURCHASED";
    public const string Unsubscribed = "UNSUBSCRIBED";
}
