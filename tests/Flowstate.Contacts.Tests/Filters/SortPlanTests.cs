using System.Text.RegularExpressions;
using Flowstate.Contacts.Features.Contacts;
using Flowstate.Contacts.Filters;
using Flowstate.Contacts.Persistence;
using Flowstate.Contacts.Tests.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Flowstate.Contacts.Tests.Filters;

/// <summary>How PostgreSQL walks a sorted page of a large workspace, asked as the module's own role behind its wall.</summary>
public partial class SortPlanTests(ContactsTest.Server server) : ContactsTest(server)
{
    // In the middle: where few are left beyond it, the planner rightly sorts those few.
    private static readonly Guid Middle = new("80000000-0000-4000-8000-000000000000");

    [Fact]
    public async Task Every_sort_at_any_depth_is_a_walk_along_its_index()
    {
        await Fill();
        foreach (var code in ContactSort.Codes)
        {
            var sort = ContactSort.Of(code);
            var key = sort.IsByName
                ? "Name 000500"
                : Now.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture);
            SortCursor?[] places =
            [
                null,
                new SortCursor(sort, Middle, key),
                .. sort.HasNone ? [new SortCursor(sort, Middle, null)] : Array.Empty<SortCursor>(),
            ];
            foreach (var place in places)
            {
                var plan = await Plan(sort, place);
                plan.ShouldNotContain("Seq Scan", customMessage: $"{code} {place?.Key}\n{plan}");
                Sorts().IsMatch(plan).ShouldBeFalse($"{code} {place?.Key}\n{plan}");
            }
        }
    }

    private async Task<string> Plan(ContactSort sort, SortCursor? place)
    {
        await using var scope = Harness.Scope(Me.WorkspaceId);
        await using var db = scope.ServiceProvider.GetRequiredService<ContactsDbContext>();
        var who = new Audience(null, null, null, null, FilterSql.Everybody);
        var query = new SortedQuery(who, sort, place, 51);
        var (with, where) = await who.Sql(db, Ct);
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var command = new NpgsqlCommand(
            $"explain {query.Sql(with, where, none: place is { Key: null })}",
            connection
        );
        command.Parameters.AddRange(query.Parameters(db, 51));
        List<string> lines = [];
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }

    private async Task Fill()
    {
        await using var command = Harness.Owner.CreateCommand(
            $"""
            with made as (
              insert into contacts.contacts (workspace_id, id, owner_id, first_name, name, tags, warmth, search_text, stage,
                stage_entered_at, created_at, updated_at, version)
              select '{Me.WorkspaceId}', gen_random_uuid(), '{Me.Id}', 'N', 'Name ' || lpad(n::text, 6, '0'), array[]::text[], 0, '',
                'lead', now(), now() - n * interval '1 minute', now(), 1
              from generate_series(1, 20000) n returning workspace_id, id
            )
            insert into contacts.contact_rhythms (workspace_id, contact_id, sequence, evidence, no_thanks_rung, resting,
              last_touch_at, next_touch_at)
            select workspace_id, id, 1, 0, 0, false, case when random() < 0.5 then now() - random() * interval '90 days' end,
              case when random() < 0.5 then now() + random() * interval '90 days' end from made;
            analyze contacts.contacts; analyze contacts.contact_rhythms
            """
        );
        await command.ExecuteNonQueryAsync(Ct);
    }

    // "Incremental Sort" too: it would begin with a whole run of equal keys.
    [GeneratedRegex(@"(^|\s|>)(Incremental )?Sort\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sorts();
}
