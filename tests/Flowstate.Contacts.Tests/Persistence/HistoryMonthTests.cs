using System.Net;
using Flowstate.Contacts.Jobs;
using Flowstate.Contacts.Persistence;
using Flowstate.Contacts.Tests.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Tests.Persistence;

/// <summary>What happened lies in tables by month, and nobody in front of the door notices.</summary>
public class HistoryMonthTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task The_job_makes_the_months_ahead_and_moves_what_waited_for_them()
    {
        var id = await Create();
        await Touch(id);
        var (near, far) = (Month(Now.AddMonths(5)), Month(Now.AddMonths(9)));
        await Harness.Execute(
            $"""
            insert into contacts.touches (workspace_id, id, contact_id, channel, direction, outcome, at, logged_at)
            select '{Me.WorkspaceId}', gen_random_uuid(), '{id}', 'call', 'out', 'reached', at, at
            from unnest(array['{near.AddDays(3):O}', '{far.AddDays(3):O}']::timestamptz[]) at
            """
        );
        (await Where(id)).ShouldBe([$"touches_{Now:yyyy_MM}", "touches_later", "touches_later"]);

        await RunJob<MakeMonths>();
        await RunJob<MakeMonths>();

        (await Tables("touches")).ShouldContain($"touches_{Month(Now.AddMonths(3)):yyyy_MM}");
        await Harness.Execute($"select contacts.make_months('{near:O}')");
        (await Where(id)).ShouldBe([$"touches_{Now:yyyy_MM}", $"touches_{near:yyyy_MM}", "touches_later"]);
        foreach (var kind in new[] { "facts", "stage_moves", "sends", "snoozes" })
        {
            (await Tables(kind)).ShouldBe((await Tables("touches")).Select(table => table.Replace("touches", kind)));
        }

        (await Entries(id)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_happened_years_ago_and_what_happens_now_are_one_timeline()
    {
        var id = await Create();
        foreach (var at in new[] { Now.AddYears(-9), Now, Now.AddMonths(-1), Now.AddYears(-2) })
        {
            await Touch(id, at: at);
            await Fact(id, "DM_STARTED", at);
        }

        var times = (await AllPages($"/{id}/timeline", 3)).ConvertAll(entry =>
            entry.GetProperty("at").GetDateTimeOffset()
        );

        times.Count.ShouldBe(8);
        times.ShouldBe(times.OrderDescending());
        (await Where(id)).ShouldBe(["touches_past", "touches_past", "touches_past", $"touches_{Now:yyyy_MM}"]);
    }

    [Fact]
    public async Task An_id_told_twice_is_one_in_whatever_month_the_second_is_said_to_be()
    {
        var (id, other) = (await Create(), await Create());
        var touch = Guid.CreateVersion7();
        foreach (var at in new[] { Now, Now.AddMonths(-7) })
        {
            await Post($"/{id}/touches", Call(touch, at));
            var told = new
            {
                eventId = $"event {touch}",
                type = "DM_STARTED",
                at,
            };
            await Post($"/{id}/facts", told, at == Now ? HttpStatusCode.Created : HttpStatusCode.OK);
        }

        (await Entries(id)).Count.ShouldBe(2);
        (await Refused($"/{other}/touches", Call(touch, Now), HttpStatusCode.Conflict))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.touch-id-taken");
    }

    [Fact]
    public async Task A_month_by_its_own_name_shows_its_rows_to_no_workspace()
    {
        var id = await Create();
        await Touch(id);
        await Harness.Execute(
            $"""
            select contacts.make_months('{Now.AddMonths(4):O}');
            insert into contacts.touches (workspace_id, id, contact_id, channel, direction, outcome, at, logged_at)
            values ('{Me.WorkspaceId}', gen_random_uuid(), '{id}', 'call', 'out', 'reached', '{Now.AddMonths(
                4
            ):O}', now())
            """
        );
        await using var scope = Harness.Scope(Guid.CreateVersion7());
        var db = scope.ServiceProvider.GetRequiredService<ContactsDbContext>();
        foreach (var table in await Tables("touches"))
        {
            var sql = $"select id as \"Value\" from contacts.{table}";
            (await db.Database.SqlQueryRaw<Guid>(sql).ToListAsync(Ct)).ShouldBeEmpty(table);
        }
    }

    private static object Call(Guid id, DateTimeOffset at) =>
        new
        {
            id,
            channel = "call",
            at,
        };

    private static DateTimeOffset Month(DateTimeOffset at) => new(at.Year, at.Month, 1, 0, 0, 0, TimeSpan.Zero);

    private Task<List<System.Text.Json.JsonElement>> Entries(Guid id) => AllPages($"/{id}/timeline", 10);

    private Task<List<string>> Where(Guid id) =>
        Strings($"select tableoid::regclass::text from contacts.touches where contact_id = '{id}' order by at");

    private Task<List<string>> Tables(string history) =>
        Strings(
            $"select relname::text from pg_inherits join pg_class on oid = inhrelid where inhparent = 'contacts.{history}'::regclass order by 1"
        );

    private async Task<List<string>> Strings(string sql)
    {
        await using var command = Harness.Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        List<string> rows = [];
        while (await reader.ReadAsync(Ct))
        {
            rows.Add(reader.GetString(0).Replace("contacts.", "", StringComparison.Ordinal));
        }

        return rows;
    }
}
