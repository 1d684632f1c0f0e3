using System.Net;
using System.Text.Json;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Flowstate.Identity.Tests.Features;

public sealed class RolesTests
{
    private static readonly string[] Elsewhere =
    [
        "contacts.read",
        "contacts.write",
        "contacts.import",
        "contacts.force-move",
        "contacts.replay",
        "campaigns.read",
        "campaigns.templates",
        "campaigns.write",
        "intelligence.read",
        "intelligence.write",
    ];

    [Fact]
    public async Task A_new_workspace_has_roles_that_grant_what_the_modules_declare()
    {
        const string everything =
            "campaigns.read campaigns.templates campaigns.write contacts.force-move contacts.import contacts.read contacts.replay "
            + "contacts.write identity.api-keys identity.manage identity.read intelligence.read intelligence.write platform.admin platform.audit";
        const string dailyWork =
            "campaigns.read campaigns.write contacts.import contacts.read contacts.write identity.api-keys identity.read "
            + "intelligence.read intelligence.write";
        await using var host = await WithModulesElsewhere();

        await new Visitor(host.Address).Post("setup", IdentityTest.Setup).Json(HttpStatusCode.Created);

        (await Granted("owner")).ShouldBe(everything);
        (await Granted("admin")).ShouldBe(everything);
        (await Granted("leader")).ShouldBe(dailyWork.Replace("campaigns.read", "campaigns.read campaigns.templates"));
        (await Granted("rep")).ShouldBe(dailyWork);
        (await Granted("viewer")).ShouldBe("campaigns.read contacts.read identity.read intelligence.read");

        Task<string> Granted(string role) =>
            host.Scalar<string>(
                $"select array_to_string(permissions, ' ') from identity.roles where name = '{role}' and built_in"
            );
    }

    [Fact]
    public async Task A_release_with_new_permissions_reaches_the_workspaces_that_are_there()
    {
        await using var host = await WithModulesElsewhere();
        var owner = new Visitor(host.Address);
        await owner.Post("setup", IdentityTest.Setup).Json(HttpStatusCode.Created);
        await using (
            var command = host.Owner.CreateCommand(
                """
                update identity.roles set permissions = '{identity.read}';
                insert into identity.roles (workspace_id, name, built_in, permissions)
                select workspace_id, 'coach', false, '{identity.read}' from identity.workspaces
                """
            )
        )
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await host
            .Services.GetServices<IHostedService>()
            .Single(service => service.GetType().Name == "BuiltInRolesRefresh")
            .StartAsync(TestContext.Current.CancellationToken);

        var me = (await owner.Post("refresh").Json()).GetProperty("data").GetProperty("me");
        me.GetProperty("permissions").Deserialize<string[]>()!.ShouldContain("contacts.replay");
        (await host.Scalar<string[]>("select permissions from identity.roles where name = 'coach'")).ShouldBe([
            "identity.read",
        ]);
    }

    private static Task<ModuleHarness<IdentityModule>> WithModulesElsewhere() =>
        ModuleHarness<IdentityModule>.Start(builder =>
        {
            for (var index = 0; index < Elsewhere.Length; index++)
            {
                builder.Configuration[$"Identity:PermissionsElsewhere:{index}"] = Elsewhere[index];
            }
        });
}
