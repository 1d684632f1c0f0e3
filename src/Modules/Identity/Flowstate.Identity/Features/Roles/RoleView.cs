using System.Text.RegularExpressions;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Members;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Identity.Features.Roles;

/// <summary>A role as it is shown.</summary>
/// <param name="BuiltIn">It follows the release and cannot be changed.</param>
/// <param name="Members">How many have it.</param>
internal sealed record RoleView(string Name, bool BuiltIn, string[] Permissions, int Members)
{
    public static IQueryable<RoleView> Of(IQueryable<Role> roles, IdentityDbContext db) =>
        roles.Select(role => new RoleView(
            role.Name,
            role.BuiltIn,
            role.Permissions,
            db.Members.Count(member => member.Role == role.Name && member.Status == Member.Active)
        ));
}

/// <summary>What the slices that make and change roles ask of them.</summary>
internal static partial class RoleRules
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "identity.role-not-found",
        "There is no such role."
    );

    public static readonly Error BuiltIn = new(
        ErrorKind.Conflict,
        "identity.role-built-in",
        "Built-in roles stay as they are. Make one of your own."
    );

    public static readonly Error Unknown = new(
        ErrorKind.Unprocessable,
        "identity.unknown-permission",
        "There is no such permission."
    );

    public static IRuleBuilderOptions<T, string> RoleName<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .NotEmpty()
            .WithMessage("Give the role a name.")
            .Must(name => Name().IsMatch(name))
            .WithMessage("Use up to 40 lower-case letters, digits and hyphens, such as team-coach.");

    /// <summary>Nobody gives a role what they do not hold, or takes it away; what it has already may stay.</summary>
    public static Error? Refuse(string[] wanted, string[] has, CurrentUser user, GrantablePermissions grantable) =>
        !Array.TrueForAll(wanted, name => grantable.All.Contains(name, StringComparer.Ordinal)) ? Unknown
        : !wanted
            .Except(has, StringComparer.Ordinal)
            .Union(has.Except(wanted, StringComparer.Ordinal))
            .All(user.Permissions.Contains)
            ? Rights.NotYours
        : null;

    [GeneratedRegex(@"\A[a-z][a-z0-9\-]{0,39}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Name();
}
