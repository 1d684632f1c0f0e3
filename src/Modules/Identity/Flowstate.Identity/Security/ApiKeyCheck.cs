using System.Security.Claims;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using ZiggyCreatures.Caching.Fusion;

namespace Flowstate.Identity.Security;

/// <summary>
/// Whose a presented key is and what it may do now, from the cache: under its hash, forgotten with its member, its
/// member's role, and itself.
/// </summary>
internal sealed class ApiKeyCheck(IFusionCache cache, IServiceScopeFactory scopes, ApiKeyUses uses, TimeProvider clock)
    : IDisposable
{
    public static readonly Error Unknown = new(
        ErrorKind.Unauthenticated,
        "identity.key-unknown",
        "There is no such API key."
    );

    public static readonly Error Revoked = new(
        ErrorKind.Unauthenticated,
        "identity.key-revoked",
        "This API key was revoked."
    );

    public static readonly Error Expired = new(
        ErrorKind.Unauthenticated,
        "identity.key-expired",
        "This API key has expired. Make a new one."
    );

    // Whoever guesses fills this one and no other: when it is full the oldest go. A secret that nobody has today is
    // never made tomorrow, so an entry cannot be wrong.
    private readonly MemoryCache _unknown = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    // Who has been found once is looked up again whatever others do: a stranger who guesses behind the same address does
    // not stop the keys that work.
    private readonly MemoryCache _found = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    private static readonly MemoryCacheEntryOptions ForADay = UnusedFor(TimeSpan.FromDays(1));
    private static readonly MemoryCacheEntryOptions ForAMinute = UnusedFor(TimeSpan.FromMinutes(1));

    /// <param name="Permissions">The key's scopes as far as its member's role covers them.</param>
    /// <param name="Lives">It was not revoked, and its member is active.</param>
    internal sealed record Known(
        Guid Id,
        Guid MemberId,
        string MemberName,
        string TimeZone,
        string Role,
        string[] Permissions,
        DateTimeOffset ExpiresAt,
        bool Lives
    );

    /// <summary>Whether this host has yet to find out, by a look-up, if there is such a key.</summary>
    public bool IsNew(string presented) =>
        ApiKeySecret.TryRead(presented, out _, out var hash)
        && NameOf(hash) is var name
        && !_unknown.TryGetValue(name, out _)
        && !_found.TryGetValue(name, out _);

    public async ValueTask<Result<ClaimsPrincipal>> Ask(string presented, CancellationToken ct)
    {
        if (!ApiKeySecret.TryRead(presented, out var workspace, out var hash))
        {
            return Unknown;
        }

        var name = NameOf(hash);
        if (_unknown.TryGetValue(name, out _))
        {
            return Unknown;
        }

        if (await Find(name, workspace, hash, ct) is not { } key)
        {
            _unknown.Set(name, true, ForAMinute);
            return Unknown;
        }

        if (!_found.TryGetValue(name, out _))
        {
            _found.Set(name, true, ForADay);
        }

        if (!key.Lives)
        {
            return Revoked;
        }

        var now = clock.GetUtcNow();
        if (key.ExpiresAt <= now)
        {
            return Expired;
        }

        uses.Note(workspace, key.Id, now);
        return Principal(workspace, key);
    }

    public ValueTask Forget(Guid key) =>
        cache.RemoveByTagAsync(OfKey(key), SessionCheck.Forgetting, CancellationToken.None);

    public void Dispose()
    {
        _unknown.Dispose();
        _found.Dispose();
    }

    private ValueTask<Known?> Find(string name, Guid workspace, byte[] hash, CancellationToken ct) =>
        cache.GetOrSetAsync<Known?>(
            name,
            async (context, token) =>
            {
                var read = await Read(workspace, hash, token);
                if (read is null)
                {
                    context.Options.SetSkipMemoryCacheWrite().SetSkipDistributedCacheWrite(true, true);
                }
                else
                {
                    context.Tags =
                    [
                        OfKey(read.Id),
                        SessionCheck.OfMember(workspace, read.MemberId),
                        SessionCheck.OfRole(workspace, read.Role),
                    ];
                }

                return read;
            },
            SessionCheck.Options,
            token: ct
        );

    private async Task<Known?> Read(Guid workspace, byte[] hash, CancellationToken ct)
    {
        await using var there = new WorkspaceScope(scopes, workspace);
        var db = there.Db;
        var found = await (
            from key in db.ApiKeys
            join member in db.Members on key.MemberId equals member.Id
            join role in db.Roles on member.Role equals role.Name
            where key.Hash == hash
            select new
            {
                Key = key,
                Member = member,
                role.Permissions,
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new Known(
                found.Key.Id,
                found.Member.Id,
                found.Member.Name,
                found.Member.TimeZone,
                found.Member.Role,
                [.. found.Key.Scopes.Intersect(found.Permissions, StringComparer.Ordinal).Where(ApiKey.MayHold)],
                found.Key.ExpiresAt,
                found.Key.RevokedAt is null && found.Member.Status == Member.Active
            );
    }

    private static ClaimsPrincipal Principal(Guid workspace, Known key) =>
        new(
            new ClaimsIdentity(
                [
                    new("sub", key.MemberId.ToString()),
                    new("ws", workspace.ToString()),
                    new("name", key.MemberName),
                    new("role", key.Role),
                    new("tz", key.TimeZone),
                    new(KeyReach.ClaimType, key.Id.ToString()),
                    .. key.Permissions.Select(name => new Claim(PermissionExtensions.ClaimType, name)),
                ],
                ApiKeyAuthentication.Name,
                "sub",
                "role"
            )
        );

    private static MemoryCacheEntryOptions UnusedFor(TimeSpan time) => new() { Size = 1, SlidingExpiration = time };

    private static string NameOf(byte[] hash) => $"identity:api-key:{Convert.ToHexStringLower(hash)}";

    private static string OfKey(Guid key) => $"identity:api-key:{key:N}";
}
