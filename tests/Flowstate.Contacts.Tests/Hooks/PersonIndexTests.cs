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
    private const int People = 30_000;

    [Theory]
    [InlineData("handles_instagram", "ix_contacts_instagram")]
    [InlineData("handles_messenger", "ix_contacts_messenger")]
    [InlineData("handles_whatsapp", "ix_contacts_whatsapp")]
    public async Task A_person_among_many_is_found_by_index_alone(string handles, string index)
    {
        await Fill();
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

        var said = string.Join('\n', plan);
        said.ShouldContain(index);
        said.ShouldContain("ix_contact_points_mail");
        said.ShouldContain("ix_contact_points_workspace_id_normalised");
        said.ShouldNotContain("Seq Scan");
    }

    private async Task Fill()
    {
        await Create();
        await using var fill = Harness.Owner.CreateCommand(
            $"""
            insert into contacts.contacts select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
              'first_name', 'P' || n, 'handles_instagram', 'Handle' || n, 'handles_messenger', 'Handle' || n,
              'handles_whatsapp', 'Handle' || n))).*
            from contacts.contacts c, generate_series(1, {People}) n where c.workspace_id = '{Me.WorkspaceId}';
            insert into contacts.contact_points (id, workspace_id, contact_id, owner_id, kind, value, normalised, position, active)
            select gen_random_uuid(), c.workspace_id, c.id, c.owner_id, k.kind, k.value, k.value, 0, true
            from contacts.contacts c cross join lateral (values
              ('email', 'p' || substr(c.first_name, 2) || '@example.com'), ('phone', '+47' || lpad(substr(c.first_name, 2), 8, '0'))) k(kind, value)
            where c.workspace_id = '{Me.WorkspaceId}' and c.first_name like 'P%';
            analyze contacts.contacts; analyze contacts.contact_points;
            """
        );
        fill.CommandTimeout = 120;
        await fill.ExecuteNonQueryAsync(Ct);
    }
}
