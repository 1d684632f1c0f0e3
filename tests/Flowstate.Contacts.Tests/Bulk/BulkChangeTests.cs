using System.Net;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Bulk;

public sealed class BulkChangeTests(ContactsTest.Server server) : BulkTest(server)
{
    [Fact]
    public async Task Tags_are_added_to_those_who_lack_them_told_and_taken_back_as_they_were()
    {
        var ana = await Create(new { firstName = "Ana", tags = new[] { "old", "vip" } });
        var bo = await Create(new { firstName = "Bo" });
        var before = (await What(ana), await What(bo));

        var change = await Change(
            new
            {
                action = "tag",
                tags = new[] { "vip", " oslo " },
                ids = new[] { ana, bo },
            }
        );

        Counts(change).ShouldBe((2, 0, 0));
        (await Tags(ana)).ShouldBe(["old", "vip", "oslo"]);
        (await Tags(bo)).ShouldBe(["vip", "oslo"]);
        var told = await Harness.Told.Wait<ContactsUpdated>(1, heard => heard.WorkspaceId == Me.WorkspaceId);
        told[0]
            .Contacts.Select(contact => (contact.ContactId, contact.Version, contact.Tags.Count))
            .ShouldBe([(ana, 2L, 3), (bo, 2L, 2)], ignoreOrder: true);
        Counts(
                await Change(
                    new
                    {
                        action = "tag",
                        tags = new[] { "vip" },
                        ids = new[] { ana, bo },
                    }
                )
            )
            .ShouldBe((0, 2, 0));

        Undone(await Undo(change)).ShouldBe((2, 0));
        (await What(ana), await What(bo)).ShouldBe(before);
    }

    [Fact]
    public async Task Tags_are_taken_away_and_come_back_where_they_were_beside_those_written_since()
    {
        var ana = await Create(new { firstName = "Ana", tags = new[] { "a", "b", "c" } });
        var bo = await Create(new { firstName = "Bo", tags = new[] { "b" } });

        var change = await Change(
            new
            {
                action = "untag",
                tags = new[] { "b" },
                audience = new { tag = "b" },
            }
        );

        Counts(change).ShouldBe((2, 0, 0));
        (await Tags(ana)).ShouldBe(["a", "c"]);
        await Put($"/{bo}", new { firstName = "Bo", tags = new[] { "new" } }, await Version(bo));
        Undone(await Undo(change)).ShouldBe((2, 0));
        (await Tags(ana)).ShouldBe(["a", "b", "c"]);
        (await Tags(bo)).ShouldBe(["new", "b"]);
    }

    [Fact]
    public async Task What_somebody_has_put_right_since_is_kept()
    {
        var ana = await Create();
        var change = await Change(
            new
            {
                action = "tag",
                tags = new[] { "wrong" },
                ids = new[] { ana },
            }
        );
        await Put($"/{ana}", new { firstName = "Ana", tags = new[] { "right" } }, await Version(ana));

        var undone = await Undo(change);

        Undone(undone).ShouldBe((0, 1));
        (await Rows(undone, "kept")).ShouldHaveSingleItem().GetProperty("reason").GetString().ShouldNotBeEmpty();
        (await Tags(ana)).ShouldBe(["right"]);
    }

    [Fact]
    public async Task A_contact_that_would_have_too_many_tags_is_refused_and_the_others_go_on()
    {
        var full = await Create(new { firstName = "Full", tags = Enumerable.Range(0, 50).Select(n => $"t{n}") });
        var bo = await Create(new { firstName = "Bo" });

        var change = await Change(
            new
            {
                action = "tag",
                tags = new[] { "one" },
                audience = new { },
            }
        );

        Counts(change).ShouldBe((1, 0, 1));
        var refused = (await Rows(change, "refused")).ShouldHaveSingleItem();
        refused.GetProperty("name").GetString().ShouldBe("Full");
        refused.GetProperty("reason").GetString().ShouldBe("It would have too many tags.");
        (await Tags(bo)).ShouldBe(["one"]);
        (await Tags(full)).Length.ShouldBe(50);
    }

    [Fact]
    public async Task A_filter_means_whom_it_shows_when_it_starts_but_those_left_out()
    {
        var hot = await Create(new { firstName = "Hot", warmth = 5 });
        var left = await Create(new { firstName = "Left", warmth = 5 });
        var cold = await Create(new { firstName = "Cold", warmth = 1 });

        var change = await Change(
            new
            {
                action = "delete",
                audience = new { filter = """{"all":[{"field":"warmth","op":"greater","value":3}]}""" },
                except = new[] { left },
            }
        );

        change.GetProperty("total").GetInt32().ShouldBe(1);
        (await Get("/?limit=200"))
            .EnumerateArray()
            .Select(row => row.GetProperty("id").GetGuid())
            .ShouldBe([cold, left], ignoreOrder: true);
        var told = await Harness.Told.Wait<ContactsDeleted>(1, heard => heard.WorkspaceId == Me.WorkspaceId);
        told.Single().Contacts.Single().ContactId.ShouldBe(hot);
    }

    [Fact]
    public async Task Who_was_deleted_comes_back_with_follow_ups_but_whose_mail_went_to_another_does_not()
    {
        var mail = new[] { new { value = "ana@nordlys.example" } };
        var ana = await Create(new { firstName = "Ana", emails = mail });
        var bo = await Create(new { firstName = "Bo" });
        var cy = await Create(new { firstName = "Cy" });
        await Post($"/{bo}/follow-ups", new { title = "Call", dueAt = Now });
        var before = await What(bo);
        var change = await Change(new { action = "delete", audience = new { } });
        (await Get("/")).GetArrayLength().ShouldBe(0);
        (await Api.PostAsync($"{Root}/{cy}/restore", null, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Create(new { firstName = "Other", emails = mail });

        var undone = await Undo(change);

        Undone(undone).ShouldBe((1, 2));
        (await What(bo)).ShouldBe(before);
        (await Rows(undone, "kept"))
            .Select(row => row.GetProperty("contactId").GetGuid())
            .ShouldBe([ana, cy], ignoreOrder: true);
        var told = await Harness.Told.Wait<ContactsRestored>(1, heard => heard.WorkspaceId == Me.WorkspaceId);
        var back = told.Single().Contacts.Single();
        (back.Contact.ContactId, back.Contact.Version, back.FollowUps.Single().Title).ShouldBe((bo, 4L, "Call"));
    }

    [Fact]
    public async Task Started_twice_with_one_key_it_is_one_change()
    {
        await Create();
        using var client = Harness.As(Me);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "tag-them");
        var body = new
        {
            action = "tag",
            tags = new[] { "once" },
            audience = new { },
        };

        var first = await Post("/bulk", body, HttpStatusCode.Accepted, client);
        var second = await Post("/bulk", body, HttpStatusCode.Accepted, client);

        second.GetProperty("id").GetGuid().ShouldBe(first.GetProperty("id").GetGuid());
        Counts(await Over(first.GetProperty("id").GetGuid())).ShouldBe((1, 0, 0));
        (
            await Harness.Scalar<long>(
                $"select count(*) from contacts.bulk_changes where workspace_id = '{Me.WorkspaceId}'"
            )
        ).ShouldBe(1);
    }
}
