using System.Net;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public class ListTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task Pages_hold_every_contact_once_newest_first_even_created_in_one_instant()
    {
        List<Guid> ids = [];
        for (var n = 0; n < 23; n++)
        {
            ids.Add(await Create());
        }

        var all = await AllPages("/", 5);

        all.Select(row => row.GetProperty("id").GetGuid()).Order().ShouldBe(ids.Order());
        all.Select(row => (row.GetProperty("createdAt").GetDateTimeOffset(), row.GetProperty("id").GetGuid()))
            .ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task The_list_filters_by_stage_in_any_words_by_warmth_and_by_tag()
    {
        var warm = await Create(
            new
            {
                firstName = "Warm",
                warmth = 5,
                tags = new[] { "vip", "gym" },
            }
        );
        var moved = await Create(new { firstName = "Moved" });
        await Move(moved, "nurture");

        (await Ids("/?warmth=5")).ShouldBe([warm]);
        (await Ids("/?tag=gym")).ShouldBe([warm]);
        (await Ids("/?tag=GYM")).ShouldBeEmpty();
        (await Ids("/?stage=nurture")).ShouldBe([moved]);
        (await Ids("/?stage=New%20lead")).ShouldBe([warm]);
        (await Ids("/?stage=lead&warmth=0")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_carries_the_dates_that_matter()
    {
        var id = await Create(
            new
            {
                firstName = "Ana",
                warmth = 5,
                phones = new[] { new { value = "+4799960001" } },
            }
        );
        await Touch(id, at: Now.AddDays(-1));
        await Fact(id, "VIDEO_SENT", Now);

        var row = (await Get("/"))[0];

        Round(row.GetProperty("lastTouchAt").GetDateTimeOffset() - Now).ShouldBe(TimeSpan.FromDays(-1));
        Round(row.GetProperty("nextTouchAt").GetDateTimeOffset() - Now).ShouldBe(TimeSpan.FromDays(29));
        Round(row.GetProperty("nextFollowUpAt").GetDateTimeOffset() - Now).ShouldBe(TimeSpan.FromDays(1));
        row.GetProperty("phone").GetString().ShouldBe("+4799960001");
    }

    [Theory]
    [InlineData("?search=ab", "contacts.search-too-short")]
    [InlineData("?cursor=nonsense!", "bad-cursor")]
    [InlineData("?limit=0", "validation-failed")]
    [InlineData("?limit=1000", "validation-failed")]
    [InlineData("?stage=moon", "validation-failed")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, string code) =>
        (await Api.GetAsync($"{Root}{query}", Ct).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(code);

    [Fact]
    public async Task Search_finds_names_organisations_mails_and_phones_and_takes_wildcards_as_letters()
    {
        var id = await Create(
            new
            {
                firstName = "Søren",
                lastName = "O'Neil",
                organisation = "50% off_Ltd",
                emails = new[] { new { value = "So.Neil@Example.org" } },
                phones = new[] { new { value = "+47 999 60 001" } },
            }
        );
        await Create(new { firstName = "Other", organisation = "500 offaLtd" });

        foreach (var term in new[] { "søren o'n", "SØREN", "50%25 off_l", "neil@example", "99960001", "999 60" })
        {
            (await Ids($"/?search={term}")).ShouldBe([id], term);
        }

        (await Ids("/?search=%25%25%25")).ShouldBeEmpty();
        (await Ids("/?search=nobody")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("rare", 1)]
    [InlineData("middle", 700)]
    [InlineData("common", 2600)]
    public async Task Search_equals_a_sequential_scan_however_many_hits(string term, int hits)
    {
        await Fill();

        var found = await AllPages($"/?search={term}", 200);

        await using var command = Harness.Owner.CreateCommand(
            $"""
            select id from contacts.contacts where workspace_id = '{Me.WorkspaceId}' and position('{term}' in search_text) > 0
            order by created_at desc, id desc
            """
        );
        List<Guid> scanned = [];
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
        {
            scanned.Add(reader.GetGuid(0));
        }

        scanned.Count.ShouldBe(hits);
        found.Select(row => row.GetProperty("id").GetGuid()).ShouldBe(scanned);
    }

    private async Task<Guid[]> Ids(string path) =>
        [.. (await Get(path)).EnumerateArray().Select(row => row.GetProperty("id").GetGuid())];

    private async Task Fill()
    {
        await using var command = Harness.Owner.CreateCommand(
            $"""
            with made as (
              insert into contacts.contacts (workspace_id, id, owner_id, first_name, name, tags, warmth, search_text, stage,
                stage_entered_at, created_at, updated_at, version)
              select '{Me.WorkspaceId}', gen_random_uuid(), '{Me.Id}', 'N', 'N', array[]::text[], 0,
                case when n = 1234 then 'rare ' else '' end || case when n % 4 = 0 and n <= 2800 then 'middle ' else '' end
                  || case when n <= 2600 then 'common' else 'other' end,
                'lead', now(), now() - n / 3 * interval '1 minute', now(), 1
              from generate_series(1, 3000) n returning workspace_id, id
            )
            insert into contacts.contact_rhythms (workspace_id, contact_id, sequence, evidence, no_thanks_rung, resting)
            select workspace_id, id, 1, 0, 0, false from made
            """
        );
        await command.ExecuteNonQueryAsync(Ct);
    }
}
