using System.Net;
using System.Text.Json;
using Flowstate.Identity.Events;
using Flowstate.Shared.Modules;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Identity.Tests.Features;

/// <summary>A whole team, as the demo makes one: what each role sees and may do.</summary>
public sealed class TeamTests : IdentityTest
{
    private const string DemoPassword = "demo-flowstate";

    [Fact]
    public async Task Everybody_of_the_demo_signs_in_and_is_told_how()
    {
        var demo = await Demo();

        demo.Members.Count.ShouldBe(5);
        demo.Members[0].Name.ShouldBe("Ana Lindqvist");
        string.Join('\n', demo.Tell).ShouldContain(DemoPassword);
        foreach (
            var (login, role) in new[] { ("ana", "owner"), ("jonas", "leader"), ("mira", "rep"), ("sofie", "viewer") }
        )
        {
            var me = (await Visitor().SignIn($"{login}@nordlys.example", DemoPassword).Json())
                .GetProperty("data")
                .GetProperty("me");
            me.GetProperty("role").GetString().ShouldBe(role);
            me.GetProperty("workspace").GetProperty("id").GetGuid().ShouldBe(demo.WorkspaceId);
        }

        (await Host.Told.Wait<MemberJoined>(5))
            .Select(joined => joined.MemberId)
            .ShouldBe(demo.Members.Select(member => member.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task The_demo_leaves_an_existing_workspace_alone()
    {
        await Owner();

        (await Should.ThrowAsync<InvalidOperationException>(Demo)).Message.ShouldContain("empty database");

        (await Host.Scalar<long>("select count(*) from identity.users")).ShouldBe(1);
    }

    [Fact]
    public async Task A_viewer_sees_the_members_but_does_not_change_the_workspace()
    {
        var demo = await Demo();
        var viewer = Visitor();
        await viewer.SignIn("sofie@nordlys.example", DemoPassword).Json();

        var members = (await viewer.Get("members").Json()).GetProperty("data");

        members
            .EnumerateArray()
            .Select(member => member.GetProperty("id").GetGuid())
            .ShouldBe(demo.Members.Select(member => member.Id));
        var first = members[0];
        first.GetProperty("name").GetString().ShouldBe("Ana Lindqvist");
        first.GetProperty("email").GetString().ShouldBe("ana@nordlys.example");
        first.GetProperty("role").GetString().ShouldBe("owner");
        first.GetProperty("lastTouchAt").ValueKind.ShouldBe(JsonValueKind.Null);
        first.GetProperty("joinedAt").GetDateTimeOffset().ShouldBe(Host.Clock.GetUtcNow(), TimeSpan.FromSeconds(1));
        (
            await viewer
                .Put("workspace", new { name = "Mine", timeZone = "UTC" }, "\"1\"")
                .ProblemCode(HttpStatusCode.Forbidden)
        ).ShouldBe("forbidden");
        (await Host.Scalar<string>("select name from identity.workspaces")).ShouldBe("Nordlys Team");
    }

    [Fact]
    public async Task A_role_that_lost_a_permission_gives_it_to_no_new_token()
    {
        await Demo();
        var owner = Visitor();
        await owner.SignIn("ana@nordlys.example", DemoPassword).Json();
        await using (var command = Host.Owner.CreateCommand("update identity.roles set permissions = '{}'"))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await owner.Post("refresh").Json();

        await owner.Get("members").Problem(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_workspaces_people_do_not_exist()
    {
        var demo = await Demo();
        using var elsewhere = Host.As(TestMember.New());
        using var insider = Host.As(new TestMember(demo.WorkspaceId, demo.Members[0].Id));

        var seen = await elsewhere
            .GetAsync("/api/v1/identity/members", TestContext.Current.CancellationToken)
            .Data<JsonElement[]>();
        var own = await insider
            .GetAsync("/api/v1/identity/members", TestContext.Current.CancellationToken)
            .Data<JsonElement[]>();

        seen.ShouldBeEmpty();
        own.Length.ShouldBe(5);
    }

    private async Task<DemoWorkspace> Demo()
    {
        var demo = new DemoWorkspace();
        await using var scope = Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IDemoData>().Single().Fill(demo, TestContext.Current.CancellationToken);
        return demo;
    }
}
