using System.Net;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Bulk;

public sealed class BulkMoveTests(ContactsTest.Server server) : BulkTest(server)
{
    private static readonly string[] Road = ["relationship", "invited", "qualified"];

    [Fact]
    public async Task Who_lacks_what_the_gate_wants_is_refused_with_it_and_the_others_move()
    {
        var ready = await Create(new { firstName = "Ready" });
        await Touch(ready);
        var closed = await Create(new { firstName = "Closed" });
        var far = await Create(new { firstName = "Far" });
        await Move(far, "notNow");
        var there = await Create(new { firstName = "There" });
        await Touch(there);
        await Move(there, "relationship");

        var change = await Change(
            new
            {
                action = "move",
                to = "Relationship",
                audience = new { },
            }
        );

        Counts(change).ShouldBe((1, 1, 2));
        (await Stage(ready)).ShouldBe("relationship");
        var refused = (await Rows(change, "refused")).ToDictionary(
            row => row.GetProperty("contactId").GetGuid(),
            row => row.GetProperty("reason").GetString()
        );
        refused[closed].ShouldBe("Log a touch first.");
        refused[far].ShouldBe("From Not now a contact returns to Lead first.");
        (await Stage(closed)).ShouldBe("lead");
    }

    [Fact]
    public async Task Everything_that_a_gate_wants_is_named()
    {
        var ana = await OnTheRoad("Ana", 2);

        var change = await Change(
            new
            {
                action = "move",
                to = "qualified",
                ids = new[] { ana },
            }
        );

        (await Rows(change, "refused"))
            .Single()
            .GetProperty("reason")
            .GetString()
            .ShouldBe(
                "Find out their why, Find out the outcome they want, Find out their timeline, Find out who decides."
            );
    }

    [Fact]
    public async Task Moved_with_others_or_alone_a_contact_is_the_same_and_taken_back_it_is_as_before()
    {
        var (alone, other) = (await OnTheRoad("Ana", 3), await OnTheRoad("Ana", 3));
        foreach (var id in new[] { alone, other })
        {
            await Fact(id, "MEETING_HELD", Now);
        }

        var before = await What(other);
        await Move(alone, "presentationSent");
        var change = await Change(
            new
            {
                action = "move",
                to = "presentationSent",
                ids = new[] { other },
            }
        );

        Counts(change).ShouldBe((1, 0, 0));
        Alike(await What(other)).ShouldBe(Alike(await What(alone)));
        (await Moves(other)).ShouldBe(await Moves(alone));
        (await Card(other)).GetProperty("version").GetInt64().ShouldBe(await Version(alone));
        var told = (await Harness.Told.Wait<ContactsMoved>(1, heard => heard.WorkspaceId == Me.WorkspaceId)).Single();
        var moved = told.Contacts.Single();
        (moved.From, moved.To, moved.Planned.Count, moved.Cancelled.Count).ShouldBe(
            ("qualified", "presentationSent", 2, 0)
        );
        (
            await Harness.Scalar<long>($"select sequence from contacts.contact_rhythms where contact_id = '{other}'")
        ).ShouldBe(moved.Version);
        Harness.Told.All<StageChanged>().ShouldNotContain(heard => heard.ContactId == other && heard.To == moved.To);

        Undone(await Undo(change)).ShouldBe((1, 0));
        (await What(other)).ShouldBe(before);
        var back = await Harness.Told.Wait<ContactsMoved>(2, heard => heard.WorkspaceId == Me.WorkspaceId);
        back[1]
            .Contacts.Single()
            .Cancelled.ShouldBe(moved.Planned.Select(followUp => followUp.FollowUpId), ignoreOrder: true);
    }

    [Fact]
    public async Task Who_was_moved_since_and_a_follow_up_that_was_dated_since_stay()
    {
        var (ana, bo) = (await OnTheRoad("Ana", 3), await OnTheRoad("Bo", 3));
        foreach (var id in new[] { ana, bo })
        {
            await Fact(id, "MEETING_HELD", Now);
        }

        var change = await Change(
            new
            {
                action = "move",
                to = "presentationSent",
                ids = new[] { ana, bo },
            }
        );
        await Move(ana, "notNow");
        var first = (await Card(bo)).GetProperty("followUps")[0].GetProperty("id").GetGuid();
        await Post($"/{bo}/follow-ups/{first}/snooze", new { until = Now.AddDays(9) }, HttpStatusCode.OK);

        Undone(await Undo(change)).ShouldBe((1, 1));

        (await Stage(ana)).ShouldBe("notNow");
        var card = await Card(bo);
        card.GetProperty("stage").GetString().ShouldBe("qualified");
        card.GetProperty("followUps").EnumerateArray().Single().GetProperty("id").GetGuid().ShouldBe(first);
    }

    private async Task<Guid> OnTheRoad(string name, int steps)
    {
        var id = await Create(new { firstName = name });
        await Touch(id);
        await Fact(id, "INVITE_SENT", Now);
        if (steps == 3)
        {
            var answers = new
            {
                why = "Time",
                desiredOutcome = "Freedom",
                timeline = "Soon",
                decisionMaker = "Both",
            };
            (await Put($"/{id}/qualification", answers, await Version(id))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        foreach (var stage in Road.Take(steps))
        {
            await Move(id, stage);
        }

        return id;
    }

    private async Task<string> Stage(Guid id) => (await Card(id)).GetProperty("stage").GetString()!;

    private async Task<string> Moves(Guid id) =>
        await Harness.Scalar<string>(
            $"""
            select jsonb_agg(to_jsonb(m) - 'id' - 'contact_id' order by m.to_stage)::text
            from contacts.stage_moves m where contact_id = '{id}'
            """
        );

    // Two contacts of one history differ by their ids alone.
    private static string Alike(string what) =>
        System.Text.RegularExpressions.Regex.Replace(
            what,
            "\"(?:id|contact_id)\": \"[0-9a-f-]{36}\"",
            "",
            System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
}
