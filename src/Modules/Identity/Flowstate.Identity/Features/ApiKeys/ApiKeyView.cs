using Flowstate.Shared.Slices;

namespace Flowstate.Identity.Features.ApiKeys;

/// <summary>A key as it is shown, which is without its secret.</summary>
/// <param name="Prefix">How its secret begins.</param>
/// <param name="LastUsedAt">Right to the minute; null while it was not used.</param>
internal sealed record ApiKeyView(
    Guid Id,
    string Name,
    Guid OwnerId,
    string OwnerName,
    string Prefix,
    string[] Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt
)
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "identity.key-not-found",
        "There is no such API key."
    );
}
