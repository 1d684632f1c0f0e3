using Flowstate.Shared.Persistence;

namespace Flowstate.Identity.Domain;

/// <summary>What a workspace's members of this role may do. Built-in roles follow the permissions that modules declare.</summary>
internal sealed class Role : IWorkspaceOwned
{
    public const string Owner = "owner";
    public const string Admin = "admin";
    public const string Leader = "leader";
    public const string Rep = "rep";
    public const string Viewer = "viewer";

    public static readonly IReadOnlyList<string> BuiltInNames = [Owner, Admin, Leader, Rep, Viewer];

    private Role() { }

    public Guid WorkspaceId { get; private set; }

    public string Name { get; private set; } = "";

    public bool BuiltIn { get; private set; }

    public string[] Permissions { get; private set; } = [];

    public static IEnumerable<Role> BuiltInFor(Guid workspaceId, IReadOnlyList<string> grantable, bool isOperator) =>
        BuiltInNames.Select(name => new Role
        {
            WorkspaceId = workspaceId,
            Name = name,
            BuiltIn = true,
            Permissions = GrantedTo(name, grantable, isOperator),
        });

    /// <summary>A workspace's own role.</summary>
    public static Role Define(Guid workspaceId, string name, IEnumerable<string> permissions)
    {
        var role = new Role { WorkspaceId = workspaceId, Name = name };
        role.Grant(permissions);
        return role;
    }

    public void Grant(IEnumerable<string> permissions) =>
        Permissions = [.. permissions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Which of the permissions a built-in role grants.</summary>
    public static string[] GrantedTo(string builtIn, IReadOnlyList<string> grantable, bool isOperator) =>
        builtIn switch
        {
            Owner or Admin => [.. grantable.Where(permission => isOperator || !IsOfTheInstallation(permission))],
            Leader => [.. grantable.Where(permission => IsDailyWork(permission) || IsTeamWork(permission))],
            Rep => [.. grantable.Where(IsDailyWork)],
            Viewer => [.. grantable.Where(IsReading)],
            _ => throw new ArgumentOutOfRangeException(nameof(builtIn), builtIn, "Not a built-in role."),
        };

    /// <summary>What reaches beyond a workspace.</summary>
    public static bool IsOfTheInstallation(string permission) => permission == IdentityModule.Operate;

    private static bool IsReading(string permission) => permission.EndsWith(".read", StringComparison.Ordinal);

    private static bool IsDailyWork(string permission) =>
        IsReading(permission)
        || permission.EndsWith(".write", StringComparison.Ordinal)
        || permission.EndsWith(".import", StringComparison.Ordinal)
        || permission.EndsWith(".api-keys", StringComparison.Ordinal);

    private static bool IsTeamWork(string permission) =>
        permission.EndsWith(".templates", StringComparison.Ordinal)
        || permission.EndsWith(".assign", StringComparison.Ordinal)
        || permission.EndsWith(".team", StringComparison.Ordinal);
}
