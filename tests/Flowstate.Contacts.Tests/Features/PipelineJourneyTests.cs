using System.Net;
using System.Text.Json;
using Flowstate.Contacts.Events;

namespace Flowstate.Contacts.Tests.Features;

public class PipelineJourneyTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task A_contact_walks_the_whole_line_through_every_gate()
    {
        var id = await Create();

        await GateWants(id, "relationship", "touch");
        await Touch(id);
        await Move(id, "relationship");
        await GateWants(id, "invited", "inviteSent");
        await Fact(id, "INVITE_SENT");
        await Move(id, "invited");
        await GateWants(id, "qualified", "qualification", "qualification", "qualification", "qualification");
        var answers = new
        {
            why = "time",
            desiredOutcome = "500",
            timeline = "spring",
            decisionMaker = "both",
        };
        (await Put($"/{id}/qualification", answers, await Version(id))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Move(id, "qualified");
        await GateWants(id, "presentationSent", "presentation");
        await Fact(id, "MEETING_HELD");
        var presented = await Move(id, "presentationSent");
        presented.GetProperty("followUps").GetArrayLength().ShouldBe(2);
        await GateWants(id, "followUp", "completedFollowUp");
        var checkIn = presented.GetProperty("followUps")[0].GetProperty("id").GetGuid();
        await Post($"/{id}/touches", new { channel = "call", followUpId = checkIn });
        await Move(id, "followUp");
        await GateWants(id, "signedUp", "joined");
        await Fact(id, "JOINED_TEAM");
        await Move(id, "signedUp");

        var card = await Card(id);
        card.GetProperty("stage").GetString().ShouldBe("signedUp");
        card.GetProperty("stageLabel").GetString().ShouldBe("Signed up");
        card.GetProperty("nextStep").GetString().ShouldBe("Onboarding");
        card.GetProperty("gate").ValueKind.ShouldBe(JsonValueKind.Null);
        var moves = await Harness.Told.Wait<StageChanged>(6, raised => raised.ContactId == id);
        moves
            .Select(move => move.To)
            .ShouldBe(["relationship", "invited", "qualified", "presentationSent", "followUp", "signedUp"]);
        moves.ShouldAllBe(move => move.ByMemberId == Me.Id && !move.Forced);
    }

    [Fact]
    public async Task The_video_that_opened_the_gate_has_planned_the_check_ins_already()
    {
        var id = await Create();
        await Fact(id, "VIDEO_SENT", Now);
        foreach (var stage in new[] { "relationship", "invited", "qualified" })
        {
            await Post(
                $"/{id}/moves",
                new
                {
                    to = stage,
                    force = true,
                    reason = "known for years",
                },
                HttpStatusCode.OK
            );
        }

        (await Move(id, "presentationSent")).GetProperty("followUps").GetArrayLength().ShouldBe(0);

        Dues(await Card(id), "videoCheckIn", Now).ShouldBe([TimeSpan.FromHours(24), TimeSpan.FromHours(48)]);
    }

    [Fact]
    public async Task A_refused_move_leaves_no_trace()
    {
        var id = await Create();

        (await Code(id, new { to = "relationship" }, HttpStatusCode.Conflict)).ShouldBe("contacts.gate-closed");
        (await Code(id, new { to = "invited" }, HttpStatusCode.Conflict)).ShouldBe("contacts.impossible-move");
        (await Code(id, new { to = "lead" }, HttpStatusCode.Conflict)).ShouldBe("contacts.impossible-move");
        (await Code(id, new { to = "relationship", force = true }, HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "contacts.reason-required"
        );
        (await Code(id, new { to = "moon" }, HttpStatusCode.BadRequest)).ShouldBe("contacts.unknown-stage");

        (await Card(id)).GetProperty("version").GetInt64().ShouldBe(1);
        (await Get($"/{id}/timeline")).GetArrayLength().ShouldBe(0);
        (await Harness.Scalar<long>($"select count(*) from contacts.stage_moves where contact_id = '{id}'")).ShouldBe(
            0
        );
    }

    [Fact]
    public async Task Only_who_is_allowed_to_may_force_a_move_and_it_is_marked()
    {
        var rep = Me.Colleague() with { Permissions = ["contacts.read", "contacts.write"] };
        var body = new
        {
            to = "relationship",
            force = true,
            reason = "Old friends",
        };
        var his = await Create(by: Harness.As(rep));

        (await Refused($"/{his}/moves", body, HttpStatusCode.Forbidden, Harness.As(rep)))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.force-not-allowed");

        await Post($"/{his}/moves", body, HttpStatusCode.OK);
        var entry = (await Get($"/{his}/timeline"))[0];
        entry.GetProperty("data").GetProperty("forced").GetBoolean().ShouldBeTrue();
        entry.GetProperty("detail").GetString().ShouldBe("Old friends");
    }

    [Fact]
    public async Task A_side_stage_remembers_where_the_contact_left()
    {
        var id = await Create();
        await Touch(id);
        await Move(id, "relationship");
        await Move(id, "Lost");

        var card = await Card(id);
        card.GetProperty("stage").GetString().ShouldBe("notNow");
        card.GetProperty("returnsTo").GetString().ShouldBe("relationship");
        (await Code(id, new { to = "invited" }, HttpStatusCode.Conflict)).ShouldBe("contacts.impossible-move");
        (await Move(id, "relationship")).GetProperty("from").GetString().ShouldBe("notNow");
    }

    [Fact]
    public async Task Counters_equal_the_count_whatever_happened()
    {
        var mine = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Create()));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Create(by: Harness.As(Me.Colleague()))));
        await Task.WhenAll(mine.Take(6).Select(id => Move(id, "nurture")));
        await Task.WhenAll(mine.Skip(3).Take(5).Select(id => Api.DeleteAsync($"{Root}/{id}", Ct)));
        await Api.PostAsync($"{Root}/{mine[4]}/restore", null, Ct);
        await using (
            var bulk = Harness.Owner.CreateCommand(
                $"update contacts.contacts set stage = 'invited' where stage = 'lead' and workspace_id = '{Me.WorkspaceId}'"
            )
        )
        {
            await bulk.ExecuteNonQueryAsync(Ct);
        }

        await using (var bulk = Harness.Owner.CreateCommand($"delete from contacts.contacts where id = '{mine[0]}'"))
        {
            await bulk.ExecuteNonQueryAsync(Ct);
        }

        (
            await Harness.Scalar<long>(
                """
                select count(*) from (
                  select workspace_id, owner_id, stage, count(*) as n from contacts.contacts where deleted_at is null group by 1, 2, 3
                ) real full join (select * from contacts.stage_counters where count <> 0) kept
                  using (workspace_id, owner_id, stage)
                where real.n is distinct from kept.count
                """
            )
        ).ShouldBe(0);
        var columns = (await Get("/board")).GetProperty("columns").EnumerateArray().ToList();
        columns
            .Single(c => c.GetProperty("stage").GetString() == "nurture")
            .GetProperty("count")
            .GetInt64()
            .ShouldBe(3);
    }

    private async Task GateWants(Guid id, string to, params string[] codes)
    {
        var problem = await Refused($"/{id}/moves", new { to }, HttpStatusCode.Conflict);
        problem.GetProperty("code").GetString().ShouldBe("contacts.gate-closed");
        var gate = (await Card(id)).GetProperty("gate");
        gate.GetProperty("to").GetString().ShouldBe(to);
        gate.GetProperty("allowed").GetBoolean().ShouldBeFalse();
        foreach (var missing in new[] { problem.GetProperty("missing"), gate.GetProperty("missing") })
        {
            missing.EnumerateArray().Select(one => one.GetProperty("code").GetString()).ShouldBe(codes);
        }
    }

    private async Task<string> Code(Guid id, object body, HttpStatusCode expected) =>
        (await Refused($"/{id}/moves", body, expected)).GetProperty("code").GetString()!;
}
