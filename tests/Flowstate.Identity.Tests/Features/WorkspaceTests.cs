using System.Net;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class WorkspaceTests : IdentityTest
{
    private static readonly object Changed = new
    {
        name = "Nordlys & Friends",
        country = "se",
        timeZone = "Europe/Stockholm",
    };

    [Fact]
    public async Task The_owner_renames_the_workspace_and_the_others_hear_of_it()
    {
        var owner = await Owner();

        using var answer = await owner.Put("workspace", Changed, "\"1\"");

        answer.Headers.ETag!.Tag.ShouldBe("\"2\"");
        var workspace = (await Task.FromResult(answer).Json()).GetProperty("data");
        workspace.GetProperty("name").GetString().ShouldBe("Nordlys & Friends");
        workspace.GetProperty("country").GetString().ShouldBe("SE");
        workspace.GetProperty("version").GetInt64().ShouldBe(2);
        var told = (await Host.Told.Wait<WorkspaceUpdated>()).Single();
        told.ShouldBe(
            new WorkspaceUpdated(
                workspace.GetProperty("id").GetGuid(),
                2,
                told.At,
                "Nordlys & Friends",
                "SE",
                "Europe/Stockholm"
            )
        );
        (await owner.Get("me").Json())
            .GetProperty("data")
            .GetProperty("workspace")
            .GetRawText()
            .ShouldBe(workspace.GetRawText());
    }

    [Fact]
    public async Task A_replay_tells_the_workspace_and_its_members_as_they_are_now()
    {
        var owner = await Owner();
        await owner.Put("workspace", Changed, "\"1\"").Json();
        await Host.Told.Wait<WorkspaceUpdated>();

        (await owner.Post("replay")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var workspaces = await Host.Told.Wait<WorkspaceCreated>(2);
        (workspaces[1].Name, workspaces[1].Version, workspaces[1].OwnerId).ShouldBe(
            ("Nordlys & Friends", 2, workspaces[0].OwnerId)
        );
        var member = (await Host.Told.Wait<MemberUpdated>()).Single();
        (member.MemberId, member.Version, member.Role).ShouldBe((workspaces[0].OwnerId, 1, "owner"));
    }

    [Fact]
    public async Task An_edit_that_names_no_version_is_refused()
    {
        var owner = await Owner();

        (await owner.Put("workspace", Changed).ProblemCode(HttpStatusCode.PreconditionRequired)).ShouldBe(
            "precondition-required"
        );
    }

    [Fact]
    public async Task An_edit_of_an_old_version_is_shown_the_current_one()
    {
        var owner = await Owner();
        await owner.Put("workspace", Changed, "\"1\"").Json();

        var problem = await owner
            .Put("workspace", new { name = "Mine", timeZone = "UTC" }, "\"1\"")
            .Problem(HttpStatusCode.PreconditionFailed);

        problem.GetProperty("code").GetString().ShouldBe("identity.stale-version");
        problem.GetProperty("current").GetProperty("name").GetString().ShouldBe("Nordlys & Friends");
        problem.GetProperty("current").GetProperty("version").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_edits_of_one_version_at_once_one_is_lost_to_nobody()
    {
        var owner = await Owner();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n => owner.Put("workspace", new { name = $"Name {n}", timeZone = "UTC" }, "\"1\""))
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(7);
        (await Host.Scalar<long>("select version from identity.workspaces")).ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_is_named_field_by_field()
    {
        var owner = await Owner();

        var problem = await owner
            .Put(
                "workspace",
                new
                {
                    name = "",
                    country = "NOR",
                    timeZone = "here",
                },
                "\"1\""
            )
            .Problem(HttpStatusCode.BadRequest);

        problem
            .GetProperty("errors")
            .EnumerateObject()
            .Select(field => field.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["country", "name", "timeZone"]);
    }
}
