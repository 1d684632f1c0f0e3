namespace Flowstate.Contacts.Domain;

/// <summary>What a gate does to somebody who lacks something.</summary>
internal enum GateMode
{
    /// <summary>Keeps them out.</summary>
    Strict,

    /// <summary>Lets them through, says what was missing, and the move is marked.</summary>
    Advisory,

    /// <summary>Is not there.</summary>
    Off,
}

/// <summary>How a workspace has set its six gates, each into the stage of its name.</summary>
internal sealed record GateModes(
    GateMode Relationship,
    GateMode Invited,
    GateMode Qualified,
    GateMode PresentationSent,
    GateMode FollowUp,
    GateMode SignedUp
)
{
    public static readonly GateModes Strict = new(
        GateMode.Strict,
        GateMode.Strict,
        GateMode.Strict,
        GateMode.Strict,
        GateMode.Strict,
        GateMode.Strict
    );

    public GateMode Into(Stage stage) =>
        stage switch
        {
            Stage.Relationship => Relationship,
            Stage.Invited => Invited,
            Stage.Qualified => Qualified,
            Stage.PresentationSent => PresentationSent,
            Stage.FollowUp => FollowUp,
            Stage.SignedUp => SignedUp,
            _ => GateMode.Off,
        };
}
