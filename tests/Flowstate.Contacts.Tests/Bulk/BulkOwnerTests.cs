using System.Net;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Bulk;

public sealed class BulkOwnerTests(ContactsTest.Server server) : BulkTest(server)
{
    [Fact]
    public async Task Contacts_go_to_a_member_with_their_mails_and_counters_and_come_back()
    {
        var tom = await Colleague();
        var mail = new[] { new { value = "ana@nordlys.example" } };
        var ana = await Create(new { firstName = "Ana", emails = mail });
        var bo = await Create(new { firstName = "Bo" });
        var before = (await What(ana), await What(bo));

        var change = await Change(
            new
            {
                action = "assign",
                ownerId = tom.Id,
                ids = new[] { ana, bo },
            }
        );

        Counts(change).ShouldBe((2, 0, 0));
        using var his = Harness.As(tom);
        (await Get("/", his)).GetArrayLength().ShouldBe(2);
        (await Get("/board", his)).GetProperty("columns")[0].GetProperty("count").GetInt64().ShouldBe(2);
        // The mail is his now: it is free for others, and taken for him.
        await Create(new { firstName = "Another", emails = mail });
        (await Refused("/", new { firstName = "Twice", emails = mail }, HttpStatusCode.Conflict, his))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.email-taken");
        var told = await Harness.Told.Wait<ContactsUpdated>(1, heard => heard.WorkspaceId == Me.WorkspaceId);
        told.Single().Contacts.ShouldAllBe(contact => contact.OwnerId == tom.Id);

        var undone = await Undo(change);

        Undone(undone).ShouldBe((1, 1));
        (await What(bo)).ShouldBe(before.Item2);
        var kept = (await Rows(undone, "kept")).Single();
        kept.GetProperty("contactId").GetGuid().ShouldBe(ana);
        kept.GetProperty("reason")
            .GetString()
            .ShouldBe("Its owner would have two contacts with the same mail address.");
        (await Get("/board", his)).GetProperty("columns")[0].GetProperty("count").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_gets_two_contacts_with_one_mail_and_whom_the_new_owner_worked_with_stays()
    {
        var (tom, eva) = (await Colleague(), await Colleague("rep", "Eva"));
        using var his = Harness.As(tom);
        using var hers = Harness.As(eva);
        var mail = new[] { new { value = "ana@nordlys.example" } };
        var first = await Create(new { firstName = "First", emails = mail });
        Harness.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await Create(new { firstName = "Second", emails = mail }, his);
        var bo = await Create(new { firstName = "Bo" });

        var change = await Change(
            new
            {
                action = "assign",
                ownerId = eva.Id,
                audience = new { },
            }
        );

        Counts(change).ShouldBe((2, 0, 1));
        (await Rows(change, "refused")).Single().GetProperty("contactId").GetGuid().ShouldBe(first);
        (await Get("/", hers))
            .EnumerateArray()
            .Select(row => row.GetProperty("id").GetGuid())
            .ShouldBe([second, bo], ignoreOrder: true);
        await Post($"/{bo}/touches", new { channel = "call", outcome = "reached" }, by: hers);

        Undone(await Undo(change)).ShouldBe((1, 1));
        (await Get("/", hers)).EnumerateArray().Single().GetProperty("id").GetGuid().ShouldBe(bo);
    }

    [Fact]
    public async Task A_rep_reaches_their_own_contacts_only_whatever_they_name()
    {
        var tom = await Colleague();
        using var his = Harness.As(tom);
        var mine = await Create(new { firstName = "Mine" });
        var before = await What(mine);
        foreach (var action in new[] { "tag", "delete" })
        {
            (
                await Refused(
                    "/bulk",
                    new
                    {
                        action,
                        tags = new[] { "x" },
                        ids = new[] { mine },
                    },
                    HttpStatusCode.UnprocessableEntity,
                    his
                )
            ).GetProperty("code").GetString().ShouldBe("contacts.bulk-nobody");
        }

        var own = await Create(new { firstName = "His" }, his);
        var change = await Change(new { action = "delete", audience = new { } }, his);

        change.GetProperty("total").GetInt32().ShouldBe(1);
        (await Get("/")).EnumerateArray().Single().GetProperty("id").GetGuid().ShouldBe(mine);
        (await What(mine)).ShouldBe(before);
        var id = change.GetProperty("id").GetGuid();
        using var hers = Harness.As(await Colleague("rep", "Eva"));
        foreach (var path in new[] { $"/bulk/{id}", $"/bulk/{id}/rows" })
        {
            (await hers.GetAsync(Root + path, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        await Refused($"/bulk/{id}/undo", new { }, HttpStatusCode.NotFound, hers);
        // Owners see what was done in their workspace, and may take it back.
        Undone(await Undo(change)).ShouldBe((1, 0));
        (await Card(own)).GetProperty("firstName").GetString().ShouldBe("His");
    }

    [Fact]
    public async Task What_a_rep_has_given_away_meanwhile_is_not_changed_any_more_and_comes_back_by_the_undo()
    {
        var tom = await Colleague();
        using var his = Harness.As(tom);
        var own = await Create(new { firstName = "His" }, his);
        var eva = await Colleague("rep", "Eva");
        var tagged = await Change(
            new
            {
                action = "tag",
                tags = new[] { "mine" },
                ids = new[] { own },
            },
            his
        );
        var given = await Change(
            new
            {
                action = "assign",
                ownerId = eva.Id,
                ids = new[] { own },
            },
            his
        );
        Counts(given).ShouldBe((1, 0, 0));

        Undone(await Undo(tagged, his)).ShouldBe((0, 1));
        (await Tags(own)).ShouldBe(["mine"]);
        Undone(await Undo(given, his)).ShouldBe((1, 0));
        (await Get("/", his)).GetArrayLength().ShouldBe(1);
    }
}
