using System.Security.Claims;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZiggyCreatures.Caching.Fusion;

namespace Flowstate.Identity.Security;

/// <summary>
/// Whether a token's session still lives and what its member may do now, from the cache: a request asks the database
/// only after something changed, or once a minute. Whoever changes something forgets it here, after the commit.
/// </summary>
internal sealed class SessionCheck(IFusionCache cache, IServiceScopeFactory scopes)
{
    // No fail-safe: what was forgotten must not come back because the database is away. The minute bounds what a lost
    // message to another host costs.
    internal static readonly FusionCacheEntryOptions Options = new(TimeSpan.FromMinutes(1))
    {
        IsFailSafeEnabled = false,
        DistributedCacheSoftTimeout = TimeSpan.FromMilliseconds(50),
        DistributedCacheHardTimeout = TimeSpan.FromMilliseconds(200),
    };

    // Said to the other hosts before the caller is answered: "done" means done everywhere.
    internal static readonly FusionCacheEntryOptions Forgetting = new(TimeSpan.FromHours(1))
    {
        AllowBackgroundDistributedCacheOperations = false,
        AllowBackgroundBackplaneOperations = false,
    };

    public async ValueTask<Result<Standing>> Ask(ClaimsPrincipal bearer, CancellationToken ct)
    {
        if (
            !Guid.TryParse(bearer.FindFirstValue("sid"), out var session)
            || !Guid.TryParse(bearer.FindFirstValue("sub"), out var user)
            || !Guid.TryParse(bearer.FindFirstValue("ws"), out var workspace)
        )
        {
            return SessionOpener.SessionEnded;
        }

        var standing = await cache.GetOrSetAsync<Standing?>(
            KeyOf(session, workspace),
            async (context, token) =>
            {
                var read = await Read(session, user, workspace, token);
                string[] tags = [OfSession(session), OfUser(user), OfMember(workspace, user)];
                context.Tags = read is null ? tags : [.. tags, OfRole(workspace, read.Role)];
                return read;
            },
            Options,
            token: ct
        );
        return standing is null ? SessionOpener.SessionEnded : standing;
    }

    public ValueTask ForgetSession(Guid session) => Forget(OfSession(session));

    /// <summary>All sessions of a person, wherever they look.</summary>
    public ValueTask ForgetUser(Guid user) => Forget(OfUser(user));

    public ValueTask ForgetMember(Guid workspace, Guid member) => Forget(OfMember(workspace, member));

    public ValueTask ForgetRole(Guid workspace, string role) => Forget(OfRole(workspace, role));

    /// <summary>Before a token is handed out: it comes with what is true now.</summary>
    public ValueTask Renew(Guid session, Guid workspace) => cache.RemoveAsync(KeyOf(session, workspace), Forgetting);

    // The change is committed, so a caller who hangs up does not stop it from being known.
    private ValueTask Forget(string tag) => cache.RemoveByTagAsync(tag, Forgetting, CancellationToken.None);

    private async Task<Standing?> Read(Guid session, Guid user, Guid workspace, CancellationToken ct)
    {
        await using var there = new WorkspaceScope(scopes, workspace);
        var db = there.Db;
        var lives = await db.Sessions.AnyAsync(
            row => row.Id == session && row.UserId == user && row.EndedAt == null,
            ct
        );
        return lives
            ? await (
                from member in db.Members
                join role in db.Roles on member.Role equals role.Name
                where member.Id == user && member.Status == Member.Active
                select new Standing(role.Name, role.Permissions)
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(ct)
            : null;
    }

    private static string KeyOf(Guid session, Guid workspace) => $"identity:standing:{session:N}:{workspace:N}";

    private static string OfSession(Guid session) => $"identity:session:{session:N}";

    private static string OfUser(Guid user) => $"identity:user:{user:N}";

    internal static string OfMember(Guid workspace, Guid member) => $"identity:member:{workspace:N}:{member:N}";

    internal static string OfRole(Guid workspace, string role) => $"identity:role:{workspace:N}:{role}";
}
