using Flowstate.Shared.Persistence;

namespace Flowstate.Identity.Domain;

/// <summary>What a member's program asks with: some of the member's rights, until it expires or is revoked.</summary>
internal sealed class ApiKey : Entity
{
    public const int NameLength = 80;
    public const int DefaultDays = 365;
    public const int MostDays = 730;
    public const int MostLivePerMember = 20;

    private ApiKey() { }

    /// <summary>Whose it is: it never does more than this member may.</summary>
    public Guid MemberId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The readable part of its secret, by which people tell keys apart.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] Hash { get; private set; } = [];

    public string[] Scopes { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Right to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static ApiKey Make(
        Member owner,
        string name,
        IEnumerable<string> scopes,
        int days,
        string prefix,
        byte[] hash,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            WorkspaceId = owner.WorkspaceId,
            MemberId = owner.Id,
            Name = name.Trim(),
            Prefix = prefix,
            Hash = hash,
            Scopes = [.. scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };

    /// <summary>Rights over members, keys and the platform stay with people.</summary>
    public static bool MayHold(string permission) =>
        permission is not (IdentityModule.Manage or IdentityModule.ApiKeys)
        && !permission.StartsWith("platform.", StringComparison.Ordinal);

    public void Revoke(DateTimeOffset now)
    {
        RevokedAt ??= now;
        Touch();
    }
}
