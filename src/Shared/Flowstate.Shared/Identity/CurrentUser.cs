using System.Security.Claims;

namespace Flowstate.Shared.Identity;

/// <summary>
/// Who acts, and in which workspace: the one scoped context that every query filter, stamp and row-level security
/// reads. A request fills it from its token; a reaction or job enters a workspace explicitly, before its transaction.
/// </summary>
public sealed class CurrentUser
{
    /// <summary>What row-level security takes for "the list of all of them". No workspace has this id.</summary>
    internal static readonly Guid EveryWorkspace = Guid.AllBitsSet;

    private Guid _workspaceId;
    private bool _isBearer;

    /// <summary>The workspace; asking before one was entered is a bug, never "all workspaces".</summary>
    public Guid WorkspaceId =>
        _workspaceId != Guid.Empty ? _workspaceId : throw new InvalidOperationException("No workspace was entered.");

    public bool HasWorkspace => _workspaceId != Guid.Empty;

    /// <summary>What row-level security is told; null lets no row of any workspace be seen.</summary>
    internal Guid? Wall { get; private set; }

    /// <summary>The acting member; null for background work.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>The sign-in that the token came from; null for background work and for tokens of no sign-in.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The API key that asks in the member's name; null where the person does.</summary>
    public Guid? KeyId { get; private set; }

    public string Name { get; private set; } = "Flowstate";

    public string Role { get; private set; } = "system";

    /// <summary>The member's IANA time zone.</summary>
    public TimeZoneInfo TimeZone { get; private set; } = TimeZoneInfo.Utc;

    public IReadOnlySet<string> Permissions { get; private set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>True for owners, admins and background work: they see every contact of the workspace.</summary>
    public bool SeesWholeWorkspace => Role is "owner" or "admin" || !_isBearer;

    /// <summary>Acts for nobody in particular inside one workspace: reactions, jobs, imports.</summary>
    public void Enter(Guid workspaceId) => Wall = _workspaceId = workspaceId;

    /// <summary>
    /// Lets be seen what the platform handles over all workspaces at once: their list, events, the log. There is no
    /// <see cref="WorkspaceId"/> then.
    /// </summary>
    public void EnterEvery() => Wall = EveryWorkspace;

    /// <summary>Is nobody in no workspace: whoever signs in is another person than the bearer of what came along.</summary>
    public void Leave() => (_workspaceId, Wall, MemberId, SessionId, KeyId) = (Guid.Empty, null, null, null, null);

    /// <summary>Whether a workspace can have this id, for one that was read out of what somebody presented.</summary>
    public static bool IsWorkspace(Guid id) => id != Guid.Empty && id != EveryWorkspace;

    /// <summary>Acts as the bearer of a verified token (claims <c>sub ws sid name role tz perm</c>).</summary>
    public void Enter(ClaimsPrincipal principal)
    {
        if (!Guid.TryParse(principal.FindFirstValue("ws"), out var workspaceId))
        {
            return;
        }

        Enter(workspaceId);
        _isBearer = true;
        MemberId = Guid.TryParse(principal.FindFirstValue("sub"), out var memberId) ? memberId : null;
        SessionId = Guid.TryParse(principal.FindFirstValue("sid"), out var sessionId) ? sessionId : null;
        KeyId = Guid.TryParse(principal.FindFirstValue(KeyReach.ClaimType), out var keyId) ? keyId : null;
        Name = principal.FindFirstValue("name") ?? "";
        Role = principal.FindFirstValue("role") ?? "";
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(principal.FindFirstValue("tz") ?? "UTC", out var zone)
            ? zone
            : TimeZoneInfo.Utc;
        Permissions = principal
            .FindAll(PermissionExtensions.ClaimType)
            .Select(claim => claim.Value)
            .ToHashSet(StringComparer.Ordinal);
    }
}
