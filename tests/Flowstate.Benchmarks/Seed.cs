using Npgsql;

namespace Flowstate.Benchmarks;

/// <summary>What the cases ask for: contacts of 50 owners, measured as the rep who is one of them.</summary>
internal sealed record Seeded(Rep Rep, IReadOnlyList<Guid> Contacts);

/// <summary>Deterministic contacts, straight into the tables: 40/25/15/10/6/4 % over six stages, 50 owners.</summary>
internal static class Seed
{
    private const string Sql = """
        create temp table n on commit drop as
        select i, md5(i::text) h,
          case i % 50 when 0 then @me else ('00000000-0000-7000-8000-' || lpad((i % 50)::text, 12, '0'))::uuid end as owner_id,
          (array['lead','lead','lead','lead','relationship','relationship','invited','qualified','presentationSent','signedUp'])[1 + (i / 50) % 10] as stage,
          (array['Ana','Tom','Lena','Ivo','Mia','Sara','Jun','Chloe','Omar','Freya'])[1 + (i * 7) % 10] as first_name,
          timestamptz '2026-01-01' + i * interval '37 seconds' as at
        from generate_series(1, @n) i;

        set local gin_pending_list_limit = '256MB';
        -- Nobody changes these people: no log of it, which would take longer than they do.
        alter table contacts.contacts disable trigger audit_insert;
        alter table contacts.contact_points disable trigger audit_insert;

        insert into contacts.contacts (workspace_id, id, owner_id, first_name, last_name, name, organisation, title, primary_email,
          primary_phone, tags, warmth, notes, search_text, created_at, updated_at, stage, stage_entered_at, version)
        select @ws, ('01990000-' || substr(h, 1, 4) || '-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, owner_id, first_name,
          initcap(substr(h, 1, 8)), first_name || ' ' || initcap(substr(h, 1, 8)), 'Company ' || substr(h, 9, 4), 'Owner',
          substr(h, 1, 8) || i || '@example.com', '+4790' || lpad(i::text, 6, '0'), '{}', i % 6,
          'Spoke about ' || substr(h, 20, 6) || ' and ' || substr(h, 26, 6) || ', wants to hear of it again.',
          lower(' ' || first_name || ' ' || substr(h, 1, 8) || E'\n company ' || substr(h, 9, 4) || E'\n owner\n ' || substr(h, 1, 8) || i
            || E'@example.com\n +4790' || lpad(i::text, 6, '0') || E'\n'),
          at, at, stage, at, 1
        from n;

        insert into contacts.contact_points (workspace_id, contact_id, id, owner_id, kind, label, value, normalised, position, active)
        select workspace_id, id, gen_random_uuid(), owner_id, 'email', null, primary_email, primary_email, 0, true from contacts.contacts
        union all
        select workspace_id, id, gen_random_uuid(), owner_id, 'phone', 'mobile', primary_phone, primary_phone, 0, true from contacts.contacts;

        insert into contacts.contact_rhythms (workspace_id, contact_id, last_touch_at, next_touch_at, sequence, evidence, no_thanks_rung, resting)
        select workspace_id, id, created_at, created_at + interval '60 days', 1, 0, 0, false from contacts.contacts;

        alter table contacts.contacts enable trigger audit_insert;
        alter table contacts.contact_points enable trigger audit_insert;
        select contacts.tidy_search();
        """;

    public static async Task<Seeded> Fill(Product product, int contacts)
    {
        var rep = await Rep.Join(product);
        await using var source = NpgsqlDataSource.Create(product.OwnerConnection + ";Command Timeout=600");
        await using var connection = await source.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var fill = new NpgsqlCommand(Sql, connection, transaction);
            fill.Parameters.AddWithValue("n", contacts);
            fill.Parameters.AddWithValue("ws", rep.WorkspaceId);
            fill.Parameters.AddWithValue("me", rep.Id);
            await fill.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }

        await using (
            var vacuum = new NpgsqlCommand(
                "vacuum (analyze) contacts.contacts, contacts.contact_points, contacts.contact_rhythms",
                connection
            )
        )
        {
            await vacuum.ExecuteNonQueryAsync();
        }

        List<Guid> ids = [];
        await using var read = new NpgsqlCommand(
            // The last stage has no next gate, so that the card is data alone.
            "select id from contacts.contacts where owner_id = $1 and stage = 'signedUp' order by id limit 200",
            connection
        );
        read.Parameters.Add(new() { Value = rep.Id });
        await using var reader = await read.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetGuid(0));
        }

        return new Seeded(rep, ids);
    }
}
