using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Identity.Tests;

/// <summary>What a test needs beside the first owner: another member, another workspace; made by the aggregates.</summary>
internal static class Second
{
    /// <summary>A member of the first workspace, with the password of <see cref="IdentityTest"/>.</summary>
    public static async Task<Guid> Member(
        ModuleHarness<IdentityModule> host,
        string email,
        string role,
        Guid? sponsorId = null
    )
    {
        await using var scope = host.Scope(
            await host.Scalar<Guid>("select min(id::text)::uuid from identity.workspaces")
        );
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var user = await User(scope.ServiceProvider, email);
        var workspace = await db.Workspaces.SingleAsync();
        db.Members.Add(
            Identity.Domain.Member.Join(
                user,
                workspace.Id,
                email.Split('@')[0],
                role,
                "UTC",
                host.Clock.GetUtcNow(),
                sponsorId
            )
        );
        await db.SaveChangesAsync();
        return user.Id;
    }

    /// <summary>A workspace of its own for a person who may be here already.</summary>
    public static async Task<Guid> Workspace(ModuleHarness<IdentityModule> host, string email, string name)
    {
        var id = Guid.CreateVersion7();
        await using var scope = host.Scope(id);
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var now = host.Clock.GetUtcNow();
        var user = await User(scope.ServiceProvider, email);
        db.Workspaces.Add(Identity.Domain.Workspace.Found(id, name, null, "UTC", user.Id, now));
        db.Roles.AddRange(
            Role.BuiltInFor(id, scope.ServiceProvider.GetRequiredService<GrantablePermissions>().All, false)
        );
        db.Members.Add(Identity.Domain.Member.Join(user, id, "Ana", Role.Owner, "UTC", now));
        await db.SaveChangesAsync();
        return id;
    }

    private static async Task<User> User(IServiceProvider services, string email)
    {
        var db = services.GetRequiredService<IdentityDbContext>();
        if (await db.Users.SingleOrDefaultAsync(row => row.Email == email) is { } known)
        {
            return known;
        }

        var hash = await services.GetRequiredService<Passwords>().Hash(IdentityTest.Password, default);
        var user = Identity.Domain.User.Create(email, hash, services.GetRequiredService<TimeProvider>().GetUtcNow());
        db.Users.Add(user);
        return user;
    }
}
