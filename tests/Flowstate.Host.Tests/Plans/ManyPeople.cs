using Npgsql;

namespace Flowstate.Host.Tests.Plans;

/// <summary>The demo's people sixty times over, in every table that tells of them, and what the planner knows of it.</summary>
internal static class ManyPeople
{
    public const int Times = 60;

    // New ids are made of the old ones, so that what belonged together still does. What is unique beside them is made so.
    private const string Multiply = """
        do $do$
        declare part record; changed text; kept text;
        begin
          for part in
            select c.oid::regclass as name, c.relname, c.oid from pg_class c join pg_namespace s on s.oid = c.relnamespace
            where s.nspname in ('contacts', 'campaigns', 'intelligence') and c.relkind in ('r', 'p') and not c.relispartition
              and (c.relname = 'contacts' or exists (
                select from pg_attribute a where a.attrelid = c.oid and a.attname = 'contact_id'))
            order by (c.relname <> 'contacts'), c.relname
          loop
            select string_agg(case a.attname
                when 'normalised' then format('%L, r.normalised || n', 'normalised')
                when 'event_id' then format('%L, r.event_id::text || n', 'event_id')
                else format('%1$L, md5(r.%1$I::text || n)::uuid', a.attname) end, ', ') into changed
            from pg_attribute a where a.attrelid = part.oid and not a.attisdropped
              and (a.attname in ('contact_id', 'normalised', 'event_id') or a.atttypid = 'uuid'::regtype and exists (
                select from pg_index i where i.indrelid = part.oid and i.indisprimary and a.attnum = any(i.indkey)
                  and a.attname <> 'workspace_id'));
            -- What the database computes itself cannot be given.
            select string_agg(quote_ident(a.attname), ', ') into kept from pg_attribute a
            where a.attrelid = part.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
            execute format('insert into %1$s (%4$s) select %4$s from (
                select (jsonb_populate_record(r, jsonb_build_object(%2$s))).* from %1$s r, generate_series(1, %3$s) n) made',
              part.name, changed, {0}, kept);
          end loop;
        end $do$;
        """;

    // Reports of an import and of a change in bulk that nobody has to have made.
    private const string Reports = """
        set session_replication_role = replica;
        insert into contacts.import_rows (workspace_id, import_id, row, outcome, contact_id, name, changed)
        select workspace_id, md5('an import')::uuid, row_number() over (), 'created', id, name, true from contacts.contacts;
        insert into contacts.bulk_rows (workspace_id, bulk_id, position, contact_id, outcome, before)
        select workspace_id, md5('a change')::uuid, row_number() over (), id, 'changed', '[]' from contacts.contacts;
        reset session_replication_role;
        """;

    public static async Task Fill(string database)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Command Timeout=300");
        await Run(source, Multiply.Replace("{0}", $"{Times}", StringComparison.Ordinal));
        await Run(source, Reports);
        await Run(source, "vacuum analyze");
    }

    /// <summary>From now on the server writes down how it goes about each statement of this database.</summary>
    public static async Task Explain(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        string[] settings =
        [
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_format = 'json'",
            "auto_explain.log_nested_statements = on",
            // Which schema a table is of is told to who asks for all.
            "auto_explain.log_verbose = on",
        ];
        foreach (var setting in settings)
        {
            await Run(source, $"alter database \"{name}\" set {setting}");
        }

        await Run(
            source,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
        );
    }

    public static async Task<Dictionary<string, double>> Rows(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(
            "select n.nspname || '.' || c.relname, c.reltuples from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r'"
        );
        await using var reader = await command.ExecuteReaderAsync();
        Dictionary<string, double> rows = new(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            rows[reader.GetString(0)] = reader.GetFloat(1);
        }

        return rows;
    }

    private static async Task Run(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
