using Flowstate.Identity.Domain;
using Flowstate.Shared.Secrets;
using OtpNet;

namespace Flowstate.Identity.Security;

/// <summary>The secrets that authenticator apps share with us, sealed in the database, and the codes that they make.</summary>
internal sealed class AuthenticatorSecrets(SealedValues values, SealedColumn column, TimeProvider clock)
{
    public const string Table = "authenticators";
    public const string Purpose = "totp";

    private const int Length = 20;

    // A phone's clock may be a little off, and typing takes a while.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public static byte[] New() => KeyGeneration.GenerateRandomKey(Length);

    public string Seal(Guid userId, byte[] secret) => values.Seal(column.Purpose, column.OwnerOf(userId), secret);

    /// <summary>The half minute that the code is of; null where it is of none that counts now.</summary>
    public long? StepOf(Authenticator app, string code)
    {
        var secret = values.Open(column.Purpose, column.OwnerOf(app.Id), app.Secret);
        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        return new Totp(secret).VerifyTotp(clock.GetUtcNow().UtcDateTime, typed, out var step, Window) ? step : null;
    }
}
