using Flowstate.Shared.Modules;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Security;

/// <summary>What roles can grant: the permissions of the modules in this host and of those in other services.</summary>
internal sealed class GrantablePermissions(PermissionCatalog catalog, IOptions<SignInOptions> options)
{
    public IReadOnlyList<string> All { get; } =
    [
        .. catalog
            .All.Select(permission => permission.Name)
            .Concat(options.Value.PermissionsElsewhere)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
