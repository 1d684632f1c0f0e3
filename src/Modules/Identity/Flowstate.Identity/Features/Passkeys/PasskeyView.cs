using Flowstate.Identity.Domain;

namespace Flowstate.Identity.Features.Passkeys;

/// <param name="IsBackedUp">Its owner's devices share it, so that losing one does not lose it.</param>
internal sealed record PasskeyView(
    Guid Id,
    string Name,
    bool IsBackedUp,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt
)
{
    public static PasskeyView Of(Passkey passkey) =>
        new(passkey.Id, passkey.Name, passkey.IsBackedUp, passkey.CreatedAt, passkey.LastUsedAt);
}
