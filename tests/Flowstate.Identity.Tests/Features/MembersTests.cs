using System.Net;
using System.Text.Json;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class MembersTests : IdentityTest
{
    private const string Mira = "mira@nordlys.example";

    [Fact]
    public async Task Another_role_holds_from_the_next_request_on_with_the_same_token()
    {
        var (owner, mira, id) = await With("admin");
        await mira.Get("invitations").Json();

        var changed = await Change(owner, id, new { role = "viewer" }).Data<JsonElement>();

        changed.GetProperty("role").GetString().ShouldBe("viewer");
        (await mira.Get("invitations").ProblemCode(HttpStatusCode.Forbidden)).ShouldBe("forbidden");
        await Change(owner, id, new { role = "admin" }).Json();
        await mira.Get("invitations").Json();
        (await Host.Told.Wait<MemberUpdated>(2, told => told.MemberId == id))[0].Role.ShouldBe("viewer");
    }

    [Fact]
    public async Task A_disabled_member_is_out_at_once_keeps_the_row_and_can_come_back()
    {
        var (owner, mira, id) = await With("rep");
        await mira.Get("me").Json();

        using var disabled = await owner.Delete($"members/{id}");

        disabled.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await mira.Get("me").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
        await mira.Post("refresh").Problem(HttpStatusCode.Unauthorized);
        (await Visitor().SignIn(Mira, Password).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
            "identity.no-workspace"
        );
        (await owner.Get("members").Data<JsonElement[]>())[1].GetProperty("status").GetString().ShouldBe("disabled");
        (await Host.Told.Wait<MemberUpdated>(1, told => told.Status == "disabled")).Single().MemberId.ShouldBe(id);
        using var restored = await owner.Post($"members/{id}/restore");
        restored.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await mira.Post("refresh").Problem(HttpStatusCode.Unauthorized);
        await Visitor().SignIn(Mira, Password).Json();
    }

    [Fact]
    public async Task Who_leaves_goes_on_in_another_workspace_of_theirs()
    {
        var (_, mira, id) = await With("rep");
        var other = await Second.Workspace(Host, Mira, "Sydlys Team");

        using var left = await mira.Post("members/leave");

        left.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await mira.Get("me").Problem(HttpStatusCode.Unauthorized);
        var me = (await mira.Post("refresh").Data<JsonElement>()).GetProperty("me");
        me.GetProperty("workspace").GetProperty("id").GetGuid().ShouldBe(other);
        (await Host.Told.Wait<MemberUpdated>(1, told => told.Status == "left")).Single().MemberId.ShouldBe(id);
    }

    [Fact]
    public async Task The_last_owner_cannot_leave_be_disabled_or_demoted()
    {
        var (owner, _, _) = await With("rep");
        var me = (await owner.Get("me").Data<JsonElement>()).GetProperty("id").GetGuid();

        (await owner.Post("members/leave").ProblemCode(HttpStatusCode.Conflict)).ShouldBe("identity.last-owner");
        (await owner.Delete($"members/{me}").ProblemCode(HttpStatusCode.Conflict)).ShouldBe("identity.last-owner");
        (await Change(owner, me, new { role = "rep" }).ProblemCode(HttpStatusCode.Conflict)).ShouldBe(
            "identity.last-owner"
        );
    }

    [Fact]
    public async Task Of_two_owners_who_leave_at_once_one_stays()
    {
        for (var round = 0; round < 4; round++)
        {
            await using var host = await ModuleHarness<IdentityModule>.Start();
            var owner = new Visitor(host.Address);
            await owner.Post("setup", Setup).Json(HttpStatusCode.Created);
            await Second.Member(host, Mira, "owner");
            var mira = new Visitor(host.Address);
            await mira.SignIn(Mira, Password).Json();

            var answers = await Task.WhenAll(owner.Post("members/leave"), mira.Post("members/leave"));

            answers.Count(answer => answer.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
            answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(1);
        }
    }

    [Fact]
    public async Task An_admin_makes_no_owners_and_touches_none()
    {
        var (owner, mira, id) = await With("admin");
        var ana = (await owner.Get("me").Data<JsonElement>()).GetProperty("id").GetGuid();

        (await Change(mira, id, new { role = "owner" }).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
            "identity.not-yours-to-grant"
        );
        (await Change(mira, ana, new { role = "rep" }).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
            "identity.not-yours-to-grant"
        );
        (await mira.Delete($"members/{ana}").ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
            "identity.not-yours-to-grant"
        );
        (
            await mira.Post("invitations", new { email = "x@nordlys.example", role = "owner" })
                .ProblemCode(HttpStatusCode.Forbidden)
        ).ShouldBe("identity.not-yours-to-grant");
        await Change(owner, id, new { role = "owner" }).Json();
    }

    [Fact]
    public async Task A_change_names_its_version_and_what_there_is()
    {
        var (owner, _, id) = await With("rep");

        (
            await owner.Patch($"members/{id}", new { role = "viewer" }).ProblemCode(HttpStatusCode.PreconditionRequired)
        ).ShouldBe("precondition-required");
        (
            await owner
                .Patch($"members/{id}", new { role = "viewer" }, "\"9\"")
                .ProblemCode(HttpStatusCode.PreconditionFailed)
        ).ShouldBe("identity.stale-version");
        (await Change(owner, id, new { role = "nobody" }).ProblemCode(HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "identity.unknown-role"
        );
        (
            await owner
                .Patch($"members/{Guid.CreateVersion7()}", new { role = "rep" }, "\"1\"")
                .ProblemCode(HttpStatusCode.NotFound)
        ).ShouldBe("identity.member-not-found");
    }

    private async Task<(Visitor Owner, Visitor Mira, Guid Id)> With(string role)
    {
        var owner = await Owner();
        var id = await Second.Member(Host, Mira, role);
        var mira = Visitor();
        await mira.SignIn(Mira, Password).Json();
        return (owner, mira, id);
    }

    private async Task<HttpResponseMessage> Change(Visitor by, Guid id, object body)
    {
        var version = await Host.Scalar<long>($"select version from identity.members where id = '{id}'");
        return await by.Patch($"members/{id}", body, $"\"{version}\"");
    }
}
