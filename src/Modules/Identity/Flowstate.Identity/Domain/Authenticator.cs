namespace Flowstate.Identity.Domain;

/// <summary>The app that shows a person six digits every half minute (RFC 6238). Its id is the user's.</summary>
internal sealed class Authenticator
{
    private Authenticator() { }

    public Guid Id { get; private set; }

    /// <summary>Sealed for this row.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>Null until a first code has shown that the app knows the secret; until then nobody is asked for one.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The half minute of the last code that was taken. It and all before it are spent.</summary>
    public long LastStep { get; private set; }
}

/// <summary>A way in for whoever has lost the app. Using it deletes it.</summary>
internal sealed class RecoveryCode
{
    public const int PerSet = 10;

    private RecoveryCode() { }

    public Guid UserId { get; private set; }

    public byte[] Hash { get; private set; } = [];

    public static RecoveryCode Of(Guid userId, byte[] hash) => new() { UserId = userId, Hash = hash };
}
