using System.Text.Json;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Security;

/// <summary>What a browser needs to ask the device.</summary>
/// <param name="Challenge">Goes back with the device's answer.</param>
/// <param name="Options">As <c>navigator.credentials</c> takes them (<c>…OptionsFromJSON</c>).</param>
internal sealed record PasskeyQuestion(string Challenge, JsonElement Options);

/// <summary>
/// Asks devices and checks their answers by ASP.NET Core Identity's handler. Each question is kept here and answered once:
/// a device that does not count its uses could otherwise be played back.
/// </summary>
internal sealed class PasskeyCeremonies(
    IPasskeyHandler<User> handler,
    IdentityDbContext db,
    IHttpContextAccessor accessor,
    TimeProvider clock
)
{
    public static readonly Error Refused = new(
        ErrorKind.Unprocessable,
        "identity.passkey-refused",
        "This passkey could not be used. Try again."
    );

    private HttpContext Http => accessor.HttpContext!;

    public async Task<PasskeyQuestion> AskForNew(User user, CancellationToken ct)
    {
        var person = new PasskeyUserEntity
        {
            Id = user.Id.ToString(),
            Name = user.Email,
            DisplayName = user.Email,
        };
        var asked = await handler.MakeCreationOptionsAsync(person, Http);
        return await Keep(user.Id, asked.AttestationState!, asked.CreationOptionsJson, ct);
    }

    public async Task<PasskeyQuestion> AskForAny(CancellationToken ct)
    {
        var asked = await handler.MakeRequestOptionsAsync(null!, Http);
        return await Keep(null, asked.AssertionState!, asked.RequestOptionsJson, ct);
    }

    /// <summary>Null where the answer does not hold.</summary>
    public async Task<NewKey?> CheckNew(Guid userId, string challenge, JsonElement credential, CancellationToken ct)
    {
        if (await Take(userId, challenge, ct) is not { } state)
        {
            return null;
        }

        var checkedKey = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = Http,
                CredentialJson = credential.GetRawText(),
                AttestationState = state,
            }
        );
        return checkedKey is { Succeeded: true, Passkey: var key }
            ? new NewKey(
                key.CredentialId,
                key.PublicKey,
                key.SignCount,
                key.Transports ?? [],
                key.IsBackupEligible,
                key.IsBackedUp
            )
            : null;
    }

    /// <summary>Whose device answered; null where the answer does not hold.</summary>
    public async Task<User?> CheckAny(string challenge, JsonElement credential, CancellationToken ct)
    {
        if (await Take(null, challenge, ct) is not { } state)
        {
            return null;
        }

        var answer = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = Http,
                CredentialJson = credential.GetRawText(),
                AssertionState = state,
            }
        );
        return answer.Succeeded && await Count(answer.Passkey, ct) ? answer.User : null;
    }

    // The handler compared with a count it had read; here two answers at once are told apart.
    private async Task<bool> Count(UserPasskeyInfo used, CancellationToken ct)
    {
        var (now, count) = (clock.GetUtcNow(), (long)used.SignCount);
        return await db
                .Passkeys.Where(row =>
                    row.CredentialId == used.CredentialId
                    && (row.SignCount < count || (count == 0 && row.SignCount == 0))
                )
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.SignCount, count)
                            .SetProperty(row => row.IsBackedUp, used.IsBackedUp)
                            .SetProperty(row => row.LastUsedAt, (DateTimeOffset?)now),
                    ct
                ) == 1;
    }

    private async Task<PasskeyQuestion> Keep(Guid? userId, string state, string options, CancellationToken ct)
    {
        var (presented, hash) = Secret.New();
        db.PasskeyChallenges.Add(PasskeyChallenge.Ask(userId, hash, state, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        using var document = JsonDocument.Parse(options);
        return new PasskeyQuestion(presented, document.RootElement.Clone());
    }

    private async Task<string?> Take(Guid? userId, string challenge, CancellationToken ct)
    {
        var (hash, now) = (Secret.Read(challenge), clock.GetUtcNow());
        var state = await db
            .PasskeyChallenges.Where(row =>
                hash != null && row.Hash == hash && row.UserId == userId && row.ExpiresAt > now
            )
            .Select(row => row.State)
            .SingleOrDefaultAsync(ct);
        return
            state is not null && await db.PasskeyChallenges.Where(row => row.Hash == hash).ExecuteDeleteAsync(ct) == 1
            ? state
            : null;
    }
}
