using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Security;

/// <summary>
/// What ASP.NET Core Identity's passkey handler reads: who somebody is and which keys they have. It writes nothing; the slices
/// do, in statements that cannot be raced.
/// </summary>
internal sealed class PasskeyStore(IdentityDbContext db) : IUserPasskeyStore<User>
{
    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) =>
        [
            .. (
                await db.Passkeys.AsNoTracking().Where(row => row.UserId == user.Id).ToListAsync(cancellationToken)
            ).Select(Info),
        ];

    public Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        db
            .Passkeys.Where(row => row.CredentialId == credentialId)
            .Join(db.Users, row => row.UserId, user => user.Id, (_, user) => user)
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        User user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        await db
            .Passkeys.AsNoTracking()
            .SingleOrDefaultAsync(row => row.UserId == user.Id && row.CredentialId == credentialId, cancellationToken)
            is { } passkey
            ? Info(passkey)
            : null;

    public async Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id)
            ? await db.Users.SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            : null;

    public async Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(
            row => row.Email == EmailAddress.Normalise(normalizedUserName),
            cancellationToken
        );

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    public Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw ReadsOnly();

    public Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw ReadsOnly();

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) =>
        throw ReadsOnly();

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => throw ReadsOnly();

    // The context is the scope's.
    public void Dispose() { }

    private static UserPasskeyInfo Info(Passkey passkey) =>
        new(
            passkey.CredentialId,
            passkey.PublicKey,
            passkey.CreatedAt,
            (uint)passkey.SignCount,
            passkey.Transports,
            isUserVerified: true,
            passkey.IsBackupEligible,
            passkey.IsBackedUp,
            attestationObject: [],
            clientDataJson: []
        );

    private static NotSupportedException ReadsOnly() => new("The slices of the module write people and passkeys.");
}
