using System.Text.Json;

namespace Flowstate.Contacts.Tests.Features;

public class SearchPageTests(ContactsTest.Server server) : ContactsTest(server)
{
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

    [Fact]
    public async Task Behind_the_last_page_there_is_nothing()
    {
        for (var n = 0; n < 3; n++)
        {
            await Create(new { firstName = "Ana" });
        }

        var next = await NextCursor("/?limit=2");

        (await Ids($"/?search=nobody&cursor={next}")).ShouldBeEmpty();
        (await Ids($"/?search=ana&cursor={next}")).Length.ShouldBe(1);
    }

    private async Task<string> NextCursor(string path) =>
        JsonElement
            .Parse(await Api.GetStringAsync(Root + path, Ct))
            .GetProperty("meta")
            .GetProperty("nextCursor")
            .GetString()!;

    private async Task Fill()
    {
        await using var command = Harness.Owner.CreateCommand(
            $"""
            with made as (
              insert into contacts.contacts (workspace_id, id, owner_id, first_name, name, tags, warmth, search_text, stage,
                stage_entered_at, created_at, updated_at, version)
              select '{Me.WorkspaceId}', gen_random_uuid(), '{Me.Id}', 'N', 'N', array[]::text[], 0,
                ' ' || case when n = 1234 then 'rare ' else '' end || case when n % 4 = 0 and n <= 2800 then 'middle ' else '' end
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
