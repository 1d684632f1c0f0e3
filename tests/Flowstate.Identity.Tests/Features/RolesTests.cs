using System.Net;
using System.Text.Json;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Flowstate.Identity.Tests.Features;

public sealed class RolesTests : IdentityTest
{
    private static readonly string[] Elsewhere =
    [
        "contacts.read",
        "contacts.write",
        "contacts.import",
        "contacts.force-move",
        "contacts.replay",
        "campaigns.read",
        "campaigns.write",
        "intelligence.read",
        "intelligence.write",
    ];

    [Theory]
    [InlineData(
        "owner",
        "campaigns.read campaigns.write contacts.force-move contacts.import contacts.read contacts.replay contacts.write identity.manage identity.read intelligence.read intelligence.write platform.admin"
    )]
    [InlineData(
        "admin",
        "campaigns.read campaigns.write contacts.force-move contacts.import contacts.read contacts.replay contacts.write identity.manage identity.read intelligence.read intelligence.write platform.admin"
    )]
    [InlineData(
        "leader",
        "campaigns.read campaigns.write contacts.import contacts.read contacts.write identity.read intelligence.read intelligence.write"
    )]
    [InlineData(
        "rep",
        "campaigns.read campaigns.write contacts.import contacts.read contacts.write identity.read intelligence.read intelligence.write"
    )]
    [InlineData("viewer", "campaigns.read contacts.read identity.read intelligence.read")]
    public async Task A_new_workspace_has_roles_that_grant_what_the_modules_declare(string role, string granted)
    {
        await using var host = await WithModulesElsewhere();

        await new Visitor(host.Address).Post("setup", Setup).Json(HttpStatusCode.Created);

        (await host.Scalar<string[]>($"select permissions from identity.roles where name = '{role}' and built_in"))
            .Order(StringComparer.Ordinal)
            .ShouldBe(granted.Split(' '));
    }

    [Fact]
    public async Task A_release_with_new_permissions_reaches_the_workspaces_that_are_there()
    {
        await using var host = await WithModulesElsewhere();
        var owner = new Visitor(host.Address);
        await owner.Post("setup", Setup).Json(HttpStatusCode.Created);
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
