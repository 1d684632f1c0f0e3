using System.Net;
using System.Text.Json;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Merging;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Duplicates;

public class MergeTests(ContactsTest.Server server) : DuplicatesTest(server)
{
    [Fact]
    public async Task The_kept_one_has_what_both_had_and_the_old_id_leads_to_it()
    {
        var kept = await Create(
            new
            {
                firstName = "Ana",
                emails = new[] { new { value = "ana@work.example" } },
                tags = new[] { "vip" },
                notes = "Runs.",
                warmth = 2,
            }
        );
        var other = await Create(
            new
            {
                firstName = "Anna",
                lastName = "Berg",
                organisation = "Nordlys",
                emails = new[] { new { value = "ana@home.example" } },
                tags = new[] { "gym", "vip" },
                notes = "Swims.",
                warmth = 5,
                handles = new { instagram = "ana" },
            }
        );
        await Touch(other, at: Now.AddDays(-3));
        await Move(other, "relationship");

        var answer = await Merge(kept, other);

        var card = await Card(kept);
        answer.GetProperty("contact").GetRawText().ShouldBe(card.GetRawText());
        card.GetProperty("name").GetString().ShouldBe("Ana Berg");
        card.GetProperty("organisation").GetString().ShouldBe("Nordlys");
        card.GetProperty("emails")
            .EnumerateArray()
            .Select(mail => mail.GetProperty("value").GetString())
            .ShouldBe(["ana@work.example", "ana@home.example"]);
        Texts(card.GetProperty("tags")).ShouldBe(["vip", "gym"]);
        card.GetProperty("notes").GetString().ShouldBe("Runs.\n\nSwims.");
        card.GetProperty("warmth").GetInt32().ShouldBe(2);
        card.GetProperty("handles").GetProperty("instagram").GetString().ShouldBe("ana");
        card.GetProperty("stage").GetString().ShouldBe("relationship");
        // Counted from the newest touch of both, by the warmth that was kept.
        (card.GetProperty("nextTouchAt").GetDateTimeOffset() - Now).TotalDays.ShouldBe(117, 0.01);
        (await Get("/board"))
            .GetProperty("columns")
            .EnumerateArray()
            .Sum(column => column.GetProperty("count").GetInt64())
            .ShouldBe(1);

        var gone = await Api.GetAsync($"{Root}/{other}", Ct).Problem(HttpStatusCode.NotFound);
        gone.GetProperty("code").GetString().ShouldBe("contacts.merged");
        gone.GetProperty("contactId").GetGuid().ShouldBe(kept);
        foreach (var path in new[] { $"/{other}/restore", $"/{other}/touches" })
        {
            (await Refused(path, new { channel = "call" }, HttpStatusCode.NotFound))
                .GetProperty("contactId")
                .GetGuid()
                .ShouldBe(kept);
        }

        var told = (await Harness.Told.Wait<ContactsMerged>(1, raised => raised.MergedId == other)).Single();
        told.Kept.Contact.ContactId.ShouldBe(kept);
        told.Kept.Contact.Emails.Count.ShouldBe(2);
        told.Version.ShouldBeGreaterThan(told.MergedVersion);
    }

    [Fact]
    public async Task A_dry_run_answers_what_would_be_and_writes_nothing()
    {
        var (kept, other) = (await Create(), await Create(Person("Anna", "Berg")));
        await Touch(other);
        var before = await Everything();
        var versions = (await Version(kept), await Version(other));

        var answer = await Merge(kept, other, dryRun: true);

        answer.GetProperty("mergeId").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("moved").GetProperty("touches").GetInt32().ShouldBe(1);
        answer.GetProperty("contact").GetProperty("name").GetString().ShouldBe("Ana Berg");
        (await Everything()).ShouldBe(before);
        (await Version(kept), await Version(other)).ShouldBe(versions);
        (await Harness.Scalar<long>($"select count(*) from contacts.merges where {Mine}")).ShouldBe(0);
        Harness.Told.All<ContactsMerged>().ShouldNotContain(raised => raised.MergedId == other);
    }

    [Fact]
    public async Task Every_table_that_names_a_contact_is_moved_or_known_to_stay()
    {
        var tables = await Harness.Scalar<string[]>(
            """
            select array_agg(c.relname::text order by 1) from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'contacts'::regnamespace and a.attname = 'contact_id' and not a.attisdropped
              and c.relkind in ('r', 'p') and not c.relispartition
            """
        );

        tables.ShouldBe([.. MoveRows.Moved, .. MoveRows.Receipts.Values, .. MoveRows.Staying], ignoreOrder: true);
    }
}
