using System.Text.Json;

namespace Flowstate.Contacts.Domain;

/// <summary>The canonical stages: seven in order, and two beside them.</summary>
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
    public static readonly Stage[] All = Enum.GetValues<Stage>();

    private static readonly string[] Codes =
    [
        .. All.Select(stage => JsonNamingPolicy.CamelCase.ConvertName($"{stage}")),
    ];

    private static readonly string[] Labels =
    [
        "Lead",
        "Relationship",
        "Invited",
        "Qualified",
        "Presentation sent",
        "Follow-up",
        "Signed up",
        "Not now",
        "Long-term nurture",
    ];

    /// <summary>The code stored and sent: <c>presentationSent</c>.</summary>
    public static string Code(this Stage stage) => Codes[(int)stage];

    public static string Label(this Stage stage) => Labels[(int)stage];

    /// <summary>The stage of a stored code; anything else is a bug (input goes through <see cref="Vocabularies"/>).</summary>
    public static Stage OfCode(string code) =>
        Array.IndexOf(Codes, code) is >= 0 and var index
            ? (Stage)index
            : throw new ArgumentOutOfRangeException(nameof(code), code, "Not a canonical stage.");

    public static bool IsSide(this Stage stage) => stage is Stage.NotNow or Stage.Nurture;

    /// <summary>The next stage forward; null after the last one and beside the line.</summary>
    public static Stage? Next(this Stage stage) => stage < Stage.SignedUp ? stage + 1 : null;
}
