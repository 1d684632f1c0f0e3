using System.Globalization;
using System.Text.Json;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Filters;

/// <summary>What PostgreSQL finds is what the filter means, for every operator of every field and for random trees.</summary>
public class FilterTruthTests(ContactsTest.Server server) : ContactsTest(server)
{
    private const int People = 90;
    private const int Trees = 120;

    // Not a whole day from now to the microsecond, which PostgreSQL rounds.
    private DateTimeOffset Aside => Now.AddMinutes(7);

    [Fact]
    public async Task What_is_found_is_what_is_meant()
    {
        var seed = Random.Shared.Next();
        var cases = new FilterCases(new Random(seed), Now, Me.Id);
        await Fill(cases);
        var rows = await AllPages("/?extras=true", 200);
        rows.Count.ShouldBe(People);

        List<object> filters =
        [
            .. FilterCases.Fields.Keys.SelectMany(cases.EveryOperator).Select(one => new { all = new[] { one } }),
            .. Enumerable.Range(0, Trees).Select(_ => cases.Tree(1)),
        ];
        var told = 0;
        foreach (var json in filters.Select(filter => JsonSerializer.Serialize(filter)))
        {
            using var tree = JsonDocument.Parse(json);
            var meant = rows.Where(row => FilterTruth.Holds(tree.RootElement, row, Now)).Select(Id).ToList();
            var query = $"/?filter={Uri.EscapeDataString(json)}&limit=200";
            var found = (await Get(query)).EnumerateArray().Select(Id).ToList();

            found.ShouldBe(meant, $"seed {seed}: {json}");
            told += found.Count is > 0 and < People ? 1 : 0;
            var count = await Get($"/count?filter={Uri.EscapeDataString(json)}");
            count.GetProperty("count").GetInt64().ShouldBe(found.Count, json);
            count.GetProperty("exact").GetBoolean().ShouldBeTrue();
        }

        told.ShouldBeGreaterThan(filters.Count / 2, "filters that find everybody or nobody show little");
    }

    [Theory]
    [InlineData("created", "createdAt")]
    [InlineData("name", "name")]
    [InlineData("lastTouch", "lastTouchAt")]
    [InlineData("nextTouch", "nextTouchAt")]
    public async Task Every_sort_walks_everybody_once_in_order_both_ways(string sort, string shown)
    {
        await Fill(new FilterCases(new Random(7), Now, Me.Id));
        var order = (await Scan(sort, "asc")).ToList();
        order.Count.ShouldBe(People);
        foreach (var (code, expected) in new[] { (sort, order), ($"-{sort}", (await Scan(sort, "desc")).ToList()) })
        {
            var rows = await AllPages($"/?sort={code}", 7);
            rows.Select(Id).ShouldBe(expected, code);
            var dates = rows.Select(row => row.GetProperty(shown)).ToList();
            // Who has none comes last either way.
            dates
                .SkipWhile(date => date.ValueKind != JsonValueKind.Null)
                .ShouldAllBe(date => date.ValueKind == JsonValueKind.Null);
        }
    }

    private async Task Fill(FilterCases cases)
    {
        object[] options = [new { label = "A" }, new { label = "B" }, new { label = "C" }];
        foreach (var (label, kind) in FilterCases.Customs)
        {
            var choice = kind is "choice" or "multiChoice";
            await Post(
                "/fields",
                choice
                    ? new
                    {
                        label,
                        kind,
                        options,
                    }
                    : new { label, kind }
            );
        }

        for (var person = 0; person < People; person++)
        {
            await Create(cases.Contact());
        }

        // Dates on both sides of now, and some that are not there; ties in most.
        await using var command = Harness.Owner.CreateCommand(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                update contacts.contacts c set created_at = d.at, stage = d.stage from (
                  select id, '{Aside:O}'::timestamptz + ((n * 7) % 60 - 50) * interval '13 hours' as at,
                    (array['lead', 'lead', 'nurture', 'relationship'])[1 + n % 4] as stage
                  from (select id, row_number() over (order by id) as n from contacts.contacts where workspace_id = '{Me.WorkspaceId}') o
                ) d where c.workspace_id = '{Me.WorkspaceId}' and c.id = d.id;
                update contacts.contact_rhythms r set
                  last_touch_at = case when n % 3 > 0 then '{Aside:O}'::timestamptz - (n % 40) * interval '17 hours' end,
                  next_touch_at = case when n % 4 > 0 then '{Aside:O}'::timestamptz + ((n % 50) - 25) * interval '19 hours' end,
                  next_follow_up_at = case when n % 5 > 0 then '{Aside:O}'::timestamptz + ((n % 30) - 15) * interval '1 day' end
                from (select contact_id, row_number() over (order by contact_id) as n from contacts.contact_rhythms
                  where workspace_id = '{Me.WorkspaceId}') o
                where r.workspace_id = '{Me.WorkspaceId}' and r.contact_id = o.contact_id
                """
            )
        );
        await command.ExecuteNonQueryAsync(Ct);
    }

    private async Task<List<Guid>> Scan(string sort, string way)
    {
        var column = sort switch
        {
            "created" => "c.created_at",
            "name" => "c.name",
            "lastTouch" => "r.last_touch_at",
            _ => "r.next_touch_at",
        };
        await using var command = Harness.Owner.CreateCommand(
            $"""
            select c.id from contacts.contacts c join contacts.contact_rhythms r using (workspace_id)
            where c.workspace_id = '{Me.WorkspaceId}' and r.contact_id = c.id
            order by {column} {way} nulls last, c.id {way}
            """
        );
        List<Guid> ids = [];
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    private static Guid Id(JsonElement row) => row.GetProperty("id").GetGuid();
}
