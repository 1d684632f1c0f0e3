using System.Net;
using Flowstate.Campaigns.Events;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Jobs;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Intelligence.Events;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Duplicates;

public class UndoMergeTests(ContactsTest.Server server) : DuplicatesTest(server)
{
    [Fact]
    public async Task Both_are_there_again_exactly_as_they_were()
    {
        var (kept, other) = (await Lived("Ana", "ana@a.example", 5), await Lived("Anna", "ana@b.example", 20));
        await Move(other, "relationship");
        var before = await Everything();

        var answer = await Merge(kept, other);

        // All of it has moved; of the doubled check-ins the kept one's wait, at the later date.
        foreach (var table in new[] { "touches", "facts", "stage_moves", "sends", "snoozes" })
        {
            (await Count(table, other)).ShouldBe(0, table);
            (await Count(table, kept)).ShouldBeGreaterThan(1, table);
        }

        (await Count("follow_ups", other)).ShouldBe(2);
        Dues(await Card(kept), "videoCheckIn", Now).Length.ShouldBe(2);
        answer.GetProperty("moved").GetProperty("touches").GetInt32().ShouldBe(1);
        (await Everything()).ShouldNotBe(before);
        (await Get("/merges")).EnumerateArray().Single().GetProperty("mergedName").GetString().ShouldBe("Anna");

        await Undo(answer.GetProperty("mergeId").GetGuid());

        (await Everything()).ShouldBe(before);
        (await Get("/merges")).GetArrayLength().ShouldBe(0);
        var told = (
            await Harness.Told.Wait<ContactsUnmerged>(1, raised => raised.Restored.Contact.ContactId == other)
        ).Single();
        told.Sends.Count.ShouldBe(1);
        told.Restored.FollowUps.Count.ShouldBe(3);
        told.Kept.FollowUps.Count.ShouldBe(3);
        told.Restored.RecordedFacts.ShouldBe(["VIDEO_SENT"]);
    }

    [Fact]
    public async Task What_happened_since_stays_with_the_kept_one()
    {
        var (kept, other) = (await Lived("Ana", "ana@a.example", 20), await Lived("Anna", "ana@b.example", 5));
        var merge = await Merged(kept, other);
        var edit = new
        {
            firstName = "Ana",
            organisation = "New company",
            emails = new[]
            {
                new { value = "ana@a.example" },
                new { value = "ana@b.example" },
                new { value = "ana@c.example" },
            },
            warmth = 4,
        };
        (await Put($"/{kept}", edit, await Version(kept))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Touch(kept, at: Now.AddDays(-1));
        await Fact(kept, "INVITE_SENT");

        await Undo(merge);

        var card = await Card(kept);
        card.GetProperty("organisation").GetString().ShouldBe("New company");
        card.GetProperty("emails")
            .EnumerateArray()
            .Select(mail => mail.GetProperty("value").GetString())
            .ShouldBe(["ana@a.example", "ana@c.example"]);
        Round(card.GetProperty("lastTouchAt").GetDateTimeOffset() - Now).ShouldBe(TimeSpan.FromDays(-1));
        (await Count("touches", kept)).ShouldBe(2);
        (await Count("facts", kept)).ShouldBe(2);
        var back = await Card(other);
        back.GetProperty("emails").EnumerateArray().Single().GetProperty("value").GetString().ShouldBe("ana@b.example");
        Round(back.GetProperty("lastTouchAt").GetDateTimeOffset() - Now).ShouldBe(TimeSpan.FromDays(-5));
    }

    [Fact]
    public async Task A_chain_comes_apart_from_its_end_and_says_so()
    {
        var (a, b, c) = (
            await Lived("A", "a@x.example", 3),
            await Lived("B", "b@x.example", 4),
            await Lived("C", "c@x.example", 5)
        );
        var before = await Everything();
        var first = await Merged(b, a);
        var second = await Merged(c, b);
        (await Api.GetAsync($"{Root}/{a}", Ct).Problem(HttpStatusCode.NotFound))
            .GetProperty("contactId")
            .GetGuid()
            .ShouldBe(c);

        var refused = await Refused($"/merges/{first}/undo", new { }, HttpStatusCode.Conflict);
        refused.GetProperty("code").GetString().ShouldBe("contacts.merge-kept-gone");
        refused.GetProperty("mergeId").GetGuid().ShouldBe(second);

        await Undo(second);
        await Undo(first);
        (await Everything()).ShouldBe(before);
        (await Refused($"/merges/{first}/undo", new { }, HttpStatusCode.Conflict))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.merge-undone");
    }

    [Fact]
    public async Task Two_that_went_into_one_come_back_in_any_order()
    {
        var (a, b, c) = (
            await Lived("A", "a@y.example", 3),
            await Lived("B", "b@y.example", 4),
            await Lived("C", "c@y.example", 5)
        );
        var before = await Everything();
        var first = await Merged(c, a);
        var second = await Merged(c, b);

        await Undo(first);
        (await Card(c)).GetProperty("emails").GetArrayLength().ShouldBe(2);
        await Undo(second);

        (await Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task It_is_refused_when_the_mail_is_somebody_elses_now_and_after_thirty_days()
    {
        var (kept, other) = (await Create(Person("Ana")), await Create(Person("Anna", null, "ana@z.example")));
        var merge = await Merged(kept, other);
        (await Put($"/{kept}", Person("Ana"), await Version(kept))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var third = await Create(Person("Third", null, "ana@z.example"));

        var taken = await Refused($"/merges/{merge}/undo", new { }, HttpStatusCode.Conflict);
        taken.GetProperty("code").GetString().ShouldBe("contacts.email-taken");
        taken.GetProperty("contactId").GetGuid().ShouldBe(third);
        (await Get("/merges")).GetArrayLength().ShouldBe(1);

        Harness.Clock.Advance(TimeSpan.FromDays(31));
        (await Refused($"/merges/{merge}/undo", new { }, HttpStatusCode.Conflict))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.merge-too-old");
        await LookThrough();
        await RunJob<ForgetOldMerges>();
        (await Harness.Scalar<long>($"select count(*) from contacts.merges where {Mine} and record is null")).ShouldBe(
            1
        );
        (await Api.GetAsync($"{Root}/{other}", Ct).Problem(HttpStatusCode.NotFound))
            .GetProperty("contactId")
            .GetGuid()
            .ShouldBe(kept);
    }

    [Fact]
    public async Task Words_that_were_on_their_way_arrive_at_the_kept_one()
    {
        var (kept, other) = (await Create(), await Create(Person("Anna")));
        await Merged(kept, other);

        await Harness.Hear(Words(other));

        (await Count("sends", kept)).ShouldBe(1);
    }

    /// <summary>Somebody with a row of every kind: 1 touch, 1 fact, 1 move, 1 send, 1 snooze, 3 open follow-ups and a done one.</summary>
    private async Task<Guid> Lived(string name, string mail, int daysAgo)
    {
        var id = await Create(Person(name, mail: mail, phone: "+4799960001"));
        await Fact(id, "VIDEO_SENT", Now.AddDays(-daysAgo));
        await Touch(id, at: Now.AddDays(-daysAgo));
        await Move(id, "nurture");
        await Move(id, "lead");
        var done = (await Post($"/{id}/follow-ups", new { title = "Done", dueAt = Now })).GetProperty("id").GetGuid();
        await Post($"/{id}/follow-ups/{done}/complete", new { }, HttpStatusCode.OK);
        await Post($"/{id}/follow-ups", new { title = "Call", dueAt = Now.AddDays(daysAgo) });
        await Harness.Hear(
            Words(id),
            new NextActionSnoozed(Me.WorkspaceId, id, 1, Now, Me.Id, null, Now.AddDays(3), "On holiday")
        );
        return id;
    }

    private WordsSent Words(Guid id) =>
        new(Me.WorkspaceId, Guid.CreateVersion7(), 1, Now, id, Me.Id, null, "whatsapp", "Hei");

    private Task<long> Count(string table, Guid contact) =>
        Harness.Scalar<long>($"select count(*) from contacts.{table} where contact_id = '{contact}'");
}
