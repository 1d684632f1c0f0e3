using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Security;

/// <summary>
/// Takes a code of the app or of the list, once. Wrong ones count like wrong passwords: who waits is told that the right one
/// is wrong. Not for use inside a transaction, which would take the count back with it.
/// </summary>
internal sealed class SecondFactorCodes(IdentityDbContext db, AuthenticatorSecrets secrets, Lockout lockout)
{
    public static readonly Error Wrong = new(
        ErrorKind.Unprocessable,
        "identity.wrong-code",
        "This code is wrong, or was used already. Wait for the next one."
    );

    public static readonly Error Off = new(
        ErrorKind.Conflict,
        "identity.no-second-factor",
        "No authenticator app is set up."
    );

    /// <summary>How this person can show a second factor; nothing where none is set up.</summary>
    public async Task<string[]> MethodsOf(Guid userId, CancellationToken ct) =>
        !await db.Authenticators.AnyAsync(row => row.Id == userId && row.ConfirmedAt != null, ct) ? []
        : await db.RecoveryCodes.AnyAsync(row => row.UserId == userId, ct) ? ["totp", "recovery-code"]
        : ["totp"];

    public async Task<Result<Done>> Take(User user, string code, CancellationToken ct)
    {
        var counter = lockout.CounterOf(user.Email, user.PasswordHash);
        if (await lockout.Waits(counter, ct))
        {
            return Wrong;
        }

        if (await TakeOfApp(user.Id, code, ct) || await TakeOfList(user.Id, code, ct))
        {
            return default(Done);
        }

        await lockout.CountFailure(counter, ct);
        return Wrong;
    }

    // The statement decides, not what was read before: of two who come with the same code one finds it spent.
    private async Task<bool> TakeOfApp(Guid userId, string code, CancellationToken ct)
    {
        var app = await db
            .Authenticators.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == userId && row.ConfirmedAt != null, ct);
        return app is not null
            && secrets.StepOf(app, code) is { } step
            && await db
                .Authenticators.Where(row => row.Id == userId && row.LastStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastStep, step), ct) == 1;
    }

    private async Task<bool> TakeOfList(Guid userId, string code, CancellationToken ct) =>
        RecoveryCodeText.Read(code) is { } hash
        && await db.RecoveryCodes.Where(row => row.UserId == userId && row.Hash == hash).ExecuteDeleteAsync(ct) == 1;

    /// <summary>A new list; the one before opens nothing more. Its caller saves.</summary>
    public async Task<string[]> NewList(Guid userId, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(row => row.UserId == userId).ExecuteDeleteAsync(ct);
        var fresh = Enumerable.Range(0, RecoveryCode.PerSet).Select(_ => RecoveryCodeText.New()).ToArray();
        db.RecoveryCodes.AddRange(fresh.Select(code => RecoveryCode.Of(userId, code.Hash)));
        return [.. fresh.Select(code => code.Text)];
    }

    /// <summary>The app and its list are forgotten: the password alone is enough again.</summary>
    public async Task<bool> Forget(Guid userId, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(row => row.UserId == userId).ExecuteDeleteAsync(ct);
        return await db.Authenticators.Where(row => row.Id == userId).ExecuteDeleteAsync(ct) == 1;
    }
}
