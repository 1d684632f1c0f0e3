namespace Flowstate.Campaigns.Domain;

/// <summary>What words are for: the moment of the method in which they are said.</summary>
internal enum Purpose
{
    FirstTouch,
    Reconnect,
    Invite,
    Qualify,
    Presentation,
    VideoCheckIn,
    Rebook,
    FollowUp,
    CheckIn30,
    NoThanks,
    Onboarding,
    General,
}

/// <summary>Where a template fits; <see cref="Any"/> fits everywhere.</summary>
internal enum TemplateChannel
{
    Any,
    Whatsapp,
    Sms,
    Email,
    Dm,
}

/// <summary>How words reached somebody.</summary>
internal enum SendChannel
{
    Whatsapp,
    Sms,
    Email,
    Call,
    Dm,
    Other,
}
