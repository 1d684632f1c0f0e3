using System.Text.Json;

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

internal static class Code
{
    /// <summary>The camelCase code of a value, as it is stored and sent.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string[] All<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(Of)];

    /// <summary>Reads a code, whatever its case.</summary>
    public static TEnum Read<TEnum>(string code)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(code, ignoreCase: true);
}
