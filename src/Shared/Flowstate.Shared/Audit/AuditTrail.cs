using Flowstate.Shared.Modules;

namespace Flowstate.Shared.Audit;

/// <summary>A table whose every insert, update and delete is written down.</summary>
/// <param name="Key">The column that names the row.</param>
/// <param name="Except">Columns that are never written down: what only repeats others, or changes all the time.</param>
/// <param name="Secret">Columns of which only is said that they changed.</param>
/// <param name="About">The column that names the person a row is about: once they are erased, so is what the log says of it.</param>
public sealed record AuditedTable(
    string Name,
    string Key = "id",
    IReadOnlyList<string>? Except = null,
    IReadOnlyList<string>? Secret = null,
    string? About = null
);

/// <summary>
/// A module's audit log in its own schema: <c>audit</c>, by month, which its role can add to and read and nothing else, and
/// <c>audit_seals</c>. Who is erased is taken out of it by <see cref="AuditErasure"/> alone. Triggers fill it once per statement, so that bulk work pays once. Seen to by the owner at every start;
/// a month that no start has foreseen falls into the default partition.
/// </summary>
internal static class AuditTrail
{
    private const int MonthsAhead = 12;

    public static string Create(ModuleMigration module) =>
        $$"""
            create table if not exists {{module.Schema}}.audit (
              tx xid8 not null default pg_current_xact_id(),
              position bigint generated always as identity,
              id uuid not null default gen_random_uuid(),
              at timestamptz not null default clock_timestamp(),
              workspace_id uuid not null default coalesce({{module.Schema}}.current_workspace(), '{{Guid.Empty}}'),
              member_id uuid default nullif(current_setting('flowstate.member', true), '')::uuid,
              request text default nullif(current_setting('flowstate.request', true), ''),
              action text not null,
              subject text not null,
              subject_id text not null,
              changes jsonb not null,
              primary key (at, id)
            ) partition by range (at);
            create index if not exists ix_audit_workspace on {{module.Schema}}.audit (workspace_id, at desc, id desc);
            create index if not exists ix_audit_position on {{module.Schema}}.audit (position);
            create table if not exists {{module.Schema}}.audit_default partition of {{module.Schema}}.audit default;
            do $do$
            declare month date;
            begin
              for month in select generate_series(date_trunc('month', now() at time zone 'utc'),
                date_trunc('month', now() at time zone 'utc') + interval '{{MonthsAhead}} months', interval '1 month') loop
                if to_regclass(format('{{module.Schema}}.audit_%s', to_char(month, 'YYYY_MM'))) is null
                  and not exists (select from {{module.Schema}}.audit_default where at >= month and at < month + interval '1 month')
                then
                  execute format('create table {{module.Schema}}.audit_%s partition of {{module.Schema}}.audit for values from (%L) to (%L)',
                    to_char(month, 'YYYY_MM'), month || ' 00:00+00', (month + interval '1 month')::date || ' 00:00+00');
                end if;
              end loop;
            end $do$;
            create table if not exists {{module.Schema}}.audit_seals (
              seq bigint primary key, from_position bigint not null, to_position bigint not null, rows int not null,
              digest bytea not null, seal bytea not null, sealed_at timestamptz not null default now());
            {{AuditErasure.Columns(module)}}
            {{Trigger(module.Schema)}}
            {{string.Concat(module.Audited.Select(table => Attach(module.Schema, table)))}}
            """;

    /// <summary>After the grants on all tables: what is written stays as it was written.</summary>
    public static string Close(ModuleMigration module) =>
        $"""
            do $do$
            declare part regclass;
            begin
              for part in select inhrelid::regclass from pg_inherits where inhparent = '{module.Schema}.audit'::regclass loop
                execute format('revoke all on %s from "{module.Connection.Role}"', part);
              end loop;
            end $do$;
            revoke all on {module.Schema}.audit, {module.Schema}.audit_seals, {module.Schema}.audit_renewals
              from "{module.Connection.Role}";
            grant select on {module.Schema}.audit, {module.Schema}.audit_seals, {module.Schema}.audit_renewals
              to "{module.Connection.Role}";
            -- When and under which number something was written is not for the writer to say.
            grant insert (workspace_id, member_id, request, action, subject, subject_id, about, changes)
              on {module.Schema}.audit to "{module.Connection.Role}";
            grant insert on {module.Schema}.audit_seals, {module.Schema}.audit_renewals to "{module.Connection.Role}";
            {AuditErasure.Function(module)}
            """;

    // An update writes down only what became different, as [before, after].
    private static string Trigger(string schema) =>
        $$"""
            create or replace function {{schema}}.write_audit() returns trigger language plpgsql as $fn$
            declare
              secret text[] := tg_argv[2]::text[];
              hidden text[] := tg_argv[1]::text[] || secret;
            begin
              if tg_op <> 'UPDATE' then
                insert into {{schema}}.audit (workspace_id, action, subject, subject_id, about, changes)
                select {{Workspace(
                schema,
                "r"
            )}}, lower(tg_op), tg_table_name, r ->> tg_argv[0], (r ->> tg_argv[3])::uuid,
                  jsonb_strip_nulls(r - hidden)
                from (select to_jsonb(t) as r from touched_rows t) rows;
              else
                insert into {{schema}}.audit (workspace_id, action, subject, subject_id, about, changes)
                select {{Workspace(
                schema,
                "a"
            )}}, 'update', tg_table_name, a ->> tg_argv[0], (a ->> tg_argv[3])::uuid, d.changes
                from (select to_jsonb(n) as a from new_rows n) new
                join (select to_jsonb(o) as b from old_rows o) old
                  on a ->> tg_argv[0] = b ->> tg_argv[0] and a ->> 'workspace_id' is not distinct from b ->> 'workspace_id'
                cross join lateral (
                  select jsonb_object_agg(f.key,
                    case when f.key = any(secret) then '"changed"' else jsonb_build_array(b -> f.key, f.value) end) as changes
                  from jsonb_each(a - tg_argv[1]::text[]) f where f.value is distinct from b -> f.key) d
                where d.changes is not null;
              end if;
              return null;
            end $fn$;
            """;

    // A row of nobody's workspace (a person, a session) belongs to the one that was entered, or where the person is active.
    private static string Workspace(string schema, string row) =>
        $"coalesce(({row} ->> 'workspace_id')::uuid, {schema}.current_workspace(), ({row} ->> 'active_workspace')::uuid, '{Guid.Empty}')";

    private static string List(IReadOnlyList<string>? columns) => $"{{{string.Join(',', columns ?? [])}}}";

    // Only where it is not what it was: to replace a trigger locks out everybody who writes the table.
    private static string Attach(string schema, AuditedTable table)
    {
        return On("insert", "new table as touched_rows")
            + On("update", "old table as old_rows new table as new_rows")
            + On("delete", "old table as touched_rows");

        string On(string verb, string rows)
        {
            var trigger = $"audit_{verb} on {schema}.{table.Name}";
            var made = $"""
                create or replace trigger audit_{verb} after {verb} on {schema}.{table.Name} referencing {rows}
                for each statement
                execute function {schema}.write_audit('{table.Key}', '{List(table.Except)}', '{List(
                    table.Secret
                )}', '{table.About}')
                """;
            return $"""
                do $do$ begin
                  if not exists (
                    select from pg_trigger where tgrelid = '{schema}.{table.Name}'::regclass and tgname = 'audit_{verb}'
                      and obj_description(oid, 'pg_trigger') = $sql${made}$sql$)
                  then
                    {made};
                    comment on trigger {trigger} is $sql${made}$sql$;
                  end if;
                end $do$;

                """;
        }
    }
}
