using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Workspaces;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;

namespace Flowstate.Identity.Demo;

/// <summary>A small Norwegian team: an owner, a leader, two reps and somebody who only watches.</summary>
internal sealed class DemoTeam(
    IdentityDbContext db,
    CurrentUser current,
    GrantablePermissions grantable,
    Passwords passwords,
    TimeProvider clock
) : IDemoData
{
    private const string Password = "demo-flowstate";
    private const string Domain = "nordlys.example";
    private const string TimeZone = "Europe/Oslo";

    private static readonly (string Login, string Name, string Role)[] Team =
    [
        ("jonas", "Jonas Haugen", Role.Leader),
        ("mira", "Mira Solberg", Role.Rep),
        ("emil", "Emil Dahl", Role.Rep),
        ("sofie", "Sofie Nygård", Role.Viewer),
    ];

    public int Order => 0;

    public async Task Fill(DemoWorkspace demo, CancellationToken ct)
    {
        Founding.Enter(current);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await Founding.IsFirst(db, ct))
        {
            throw new InvalidOperationException(
                "there is already a workspace here, and it is left as it is. The demo needs an empty database."
            );
        }

        var owner = Founding.Found(
            db,
            current.WorkspaceId,
            grantable,
            await NewUser("ana", ct),
            "Ana Lindqvist",
            "Nordlys Team",
            "NO",
            TimeZone,
            isOperator: true
        );
        demo.WorkspaceId = owner.WorkspaceId;
        demo.Members.Add((owner.Id, owner.Name));
        foreach (var (login, name, role) in Team)
        {
            var user = await NewUser(login, ct);
            var member = Member.Join(
                user,
                owner.WorkspaceId,
                name,
                role,
                TimeZone,
                user.CreatedAt,
                Sponsor(demo, role)
            );
            db.Users.Add(user);
            db.Members.Add(member);
            demo.Members.Add((member.Id, member.Name));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        demo.Tell.Add($"Sign in as ana@{Domain} with the password {Password} (owner of Nordlys Team).");
        demo.Tell.Add(
            $"Also there, with the same password: {string.Join(", ", Team.Select(one => $"{one.Login}@{Domain} ({one.Role})"))}."
        );
    }

    // The owner brought the leader, the leader the others.
    private static Guid Sponsor(DemoWorkspace demo, string role) => demo.Members[role == Role.Leader ? 0 : 1].Id;

    private async Task<User> NewUser(string login, CancellationToken ct) =>
        User.Create($"{login}@{Domain}", await passwords.Hash(Password, ct), clock.GetUtcNow());
}
