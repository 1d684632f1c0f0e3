using Flowstate.Contacts.Duplicates;
using Flowstate.Contacts.Features.Duplicates;
using Flowstate.Contacts.Persistence;
using Flowstate.Contacts.Tests.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Flowstate.Contacts.Tests.Duplicates;

/// <summary>Among many, nobody is compared with everybody.</summary>
public class DuplicatePlanTests(ContactsTest.Server server) : DuplicatesTest(server)
{
    private const int People = 20_000;

    [Fact]
    public async Task Pairs_are_found_and_listed_and_hinted_at_by_index_alone()
    {
        await Fill();
        var plans = await Plans();

        plans.Count.ShouldBe(3);
        foreach (var plan in plans)
        {
            plan.ShouldNotContain("Seq Scan on contacts");
            plan.ShouldNotContain("Seq Scan on contact_points");
            plan.ShouldNotContain("Seq Scan on duplicate_pairs");
        }

        plans[0].ShouldContain("ix_contacts_colleagues_last");
        plans[0].ShouldContain("ix_contacts_colleagues_first");
        plans[0].ShouldContain("ix_contact_points_mail");
        plans[0].ShouldContain("ix_contact_points_workspace_id_normalised");
        plans[1].ShouldContain("ix_duplicate_pairs_workspace_id_strength_left_id_right_id");
        plans[1].ShouldNotContain("Sort");
        plans[2].ShouldContain("ix_contacts_colleagues_last");
    }

    private async Task<List<string>> Plans()
    {
        await using var scope = Harness.Scope(Me.WorkspaceId);
        var db = scope.ServiceProvider.GetRequiredService<ContactsDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var some = await db.Contacts.OrderBy(row => row.Id).Select(row => row.Id).Take(500).ToArrayAsync(Ct);
        List<string> plans = [];
        foreach (var sql in new[] { FindPairs.Sql, ListDuplicates.Sql(db, paged: true), HintDuplicates.Sql(db) })
        {
            await using var explain = new NpgsqlCommand(
                $"explain {sql}",
                (NpgsqlConnection)db.Database.GetDbConnection(),
                (NpgsqlTransaction)transaction.GetDbTransaction()
            );
            explain.Parameters.AddRange(
                db.Parameters(
                    ("ids", some),
                    ("take", 26),
                    ("strength", (short)2),
                    ("left", some[0]),
                    ("right", some[1]),
                    ("mails", new[] { "p77@example.com" }),
                    ("numbers", new[] { "+4700000077" }),
                    ("name", "P77 Q77"),
                    ("typed", "P77 Q77"),
                    ("first", "P77"),
                    ("last", "Q77"),
                    ("company", "Company 7")
                )
            );
            List<string> plan = [];
            await using var reader = await explain.ExecuteReaderAsync(Ct);
            while (await reader.ReadAsync(Ct))
            {
                plan.Add(reader.GetString(0));
            }

            plans.Add(string.Join('\n', plan));
        }

        return plans;
    }

    private async Task Fill()
    {
        await Create();
        await using var fill = Harness.Owner.CreateCommand(
            $"""
            set session_replication_role = replica;
            insert into contacts.contacts (workspace_id, id, owner_id, first_name, last_name, name, organisation, tags, warmth,
              search_text, stage, stage_entered_at, created_at, updated_at, version)
            select workspace_id, gen_random_uuid(), owner_id, 'P' || n, 'Q' || n % 500, 'P' || n || ' Q' || n % 500,
              'Company ' || n % 50, tags, warmth, search_text, stage, stage_entered_at, created_at, updated_at, version
            from contacts.contacts c, generate_series(1, {People}) n where c.workspace_id = '{Me.WorkspaceId}';
            analyze contacts.contacts;
            insert into contacts.contact_points (id, workspace_id, contact_id, owner_id, kind, value, normalised, position, active)
            select gen_random_uuid(), c.workspace_id, c.id, c.owner_id, k.kind, k.value, k.value, 0, true
            from contacts.contacts c cross join lateral (values
              ('email', 'p' || substr(c.first_name, 2) || '@example.com'), ('phone', '+47' || lpad(substr(c.first_name, 2), 8, '0'))) k(kind, value)
            where c.workspace_id = '{Me.WorkspaceId}' and c.first_name like 'P%';
            insert into contacts.contact_rhythms (workspace_id, contact_id, sequence, evidence, no_thanks_rung, resting)
            select c.workspace_id, c.id, 1, 0, 0, false from contacts.contacts c
            where c.workspace_id = '{Me.WorkspaceId}' and c.first_name like 'P%';
            insert into contacts.duplicate_pairs (workspace_id, left_id, right_id, strength)
            select a.workspace_id, least(a.id, b.id), greatest(a.id, b.id), 1 + abs(hashtext(a.id::text)) % 3
            from contacts.contacts a join contacts.contacts b on b.workspace_id = a.workspace_id and b.last_name = a.last_name
              and b.id <> a.id and substr(b.first_name, 2)::int = substr(a.first_name, 2)::int + 500
            where a.workspace_id = '{Me.WorkspaceId}' and a.first_name like 'P%' and b.first_name like 'P%';
            reset session_replication_role;
            analyze contacts.contacts; analyze contacts.contact_points; analyze contacts.contact_rhythms;
            analyze contacts.duplicate_pairs;
            """
        );
        await fill.ExecuteNonQueryAsync(Ct);
    }
}
