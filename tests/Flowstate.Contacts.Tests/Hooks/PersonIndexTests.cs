using Flowstate.Contacts.Hooks;
using Flowstate.Contacts.Persistence;
using Flowstate.Contacts.Tests.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Flowstate.Contacts.Tests.Hooks;

public class PersonIndexTests(ContactsTest.Server server) : HooksTest(server)
{
    private const int People = 10_000;

    [Fact]
    public async Task A_person_among_many_is_found_by_index_alone()
    {
        await Fill();
        foreach (var channel in new[] { "instagram", "messenger", "whatsapp" })
        {
            var plan = await Plan($"handles_{channel}");

            plan.ShouldContain($"ix_contacts_{channel}");
            plan.ShouldContain("ix_contact_points_mail");
            plan.ShouldContain("ix_contact_points_workspace_id_normalised");
            plan.ShouldNotContain("Seq Scan");
        }
    }

    private async Task<string> Plan(string handles)
    {
        await using var scope = Harness.Scope(Me.WorkspaceId);
        var db = scope.ServiceProvider.GetRequiredService<ContactsDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await using var explain = new NpgsqlCommand(
            $"explain {KnownPerson.Sql(handles)}",
            (NpgsqlConnection)db.Database.GetDbConnection(),
            (NpgsqlTransaction)transaction.GetDbTransaction()
        );
        explain.Parameters.AddRange(
            db.Parameters(
                ("owner", Me.Id),
                ("handle", "handle77"),
                ("mail", "p77@example.com"),
                ("number", "+4700000077")
            )
        );
        List<string> plan = [];
        await using (var reader = await explain.ExecuteReaderAsync(Ct))
        {
            while (await reader.ReadAsync(Ct))
            {
                plan.Add(reader.GetString(0));
            }
        }

        return string.Join('\n', plan);
    }

    private async Task Fill()
    {
        await Create();
        await using var fill = Harness.Owner.CreateCommand(
            $"""
            set session_replication_role = replica;
            insert into contacts.contacts (workspace_id, id, owner_id, first_name, name, tags, warmth, search_text, stage, stage_entered_at,
              created_at, updated_at, version, handles_instagram, handles_messenger, handles_whatsapp)
            select workspace_id, gen_random_uuid(), owner_id, 'P' || n, name, tags, warmth, search_text, stage, stage_entered_at,
              created_at, updated_at, version, 'Handle' || n, 'Handle' || n, 'Handle' || n
            from contacts.contacts c, generate_series(1, {People}) n where c.workspace_id = '{Me.WorkspaceId}';
            insert into contacts.contact_points (id, workspace_id, contact_id, owner_id, kind, value, normalised, position, active)
            select gen_random_uuid(), c.workspace_id, c.id, c.owner_id, k.kind, k.value, k.value, 0, true
            from contacts.contacts c cross join lateral (values
              ('email', 'p' || substr(c.first_name, 2) || '@example.com'), ('phone', '+47' || lpad(substr(c.first_name, 2), 8, '0'))) k(kind, value)
            where c.workspace_id = '{Me.WorkspaceId}' and c.first_name like 'P%';
            reset session_replication_role;
            analyze contacts.contacts; analyze contacts.contact_points;
            """
        );
        await fill.ExecuteNonQueryAsync(Ct);
    }
}
