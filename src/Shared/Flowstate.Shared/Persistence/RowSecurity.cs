using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Slices;

namespace Flowstate.Shared.Persistence;

/// <summary>
/// The wall in the database: a row is there for a module's role only inside the workspace that was entered. Found by the
/// column, not by a list, so that a new table is behind it from its first start. Run as the owner after every migration;
/// where all is as it should be nothing is locked.
/// </summary>
internal static class RowSecurity
{
    /// <summary>
    /// What the platform reads over all workspaces at once, having said so (<see cref="CurrentUser.EnterEvery"/>):
    /// events on their way, what is written down, and the list of workspaces.
    /// </summary>
    private const string AcrossWorkspaces = "'outbox', 'inbox', 'workspaces', 'audit'";

    // An unset setting reads as '' once a connection has used it; a sub-select is asked once per statement, not per row.
    public static string Functions(ModuleMigration module) =>
        $"""
            create or replace function {module.Schema}.current_workspace() returns uuid language sql stable parallel safe
              as $$ select nullif(current_setting('flowstate.workspace', true), '')::uuid $$;
            create or replace procedure {module.Schema}.enter(workspace uuid, member uuid default null, request text default null)
              language plpgsql as $$ begin
                perform set_config('flowstate.workspace', workspace::text, true);
                if member is not null then perform set_config('flowstate.member', member::text, true); end if;
                if request is not null then perform set_config('flowstate.request', request, true); end if;
              end $$;
            """;

    public static string Enforce(ModuleMigration module) =>
        $"""
            do $do$
            declare
              open regclass;
              own text := 'workspace_id = (select {module.Schema}.current_workspace())';
              every text := ' or (select {module.Schema}.current_workspace()) = ''{CurrentUser.EveryWorkspace}''';
              seen text;
            begin
              for open in
                select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
                where c.relnamespace = '{module.Schema}'::regnamespace and c.relkind in ('r', 'p')
                  and not (c.relrowsecurity and c.relforcerowsecurity and exists (
                    select from pg_policy p where p.polrelid = c.oid and p.polname = 'workspace'
                      and '"{module.Connection.Role}"'::regrole = any(p.polroles)))
              loop
                seen := own || case when (select relname from pg_class where oid = open) in ({AcrossWorkspaces})
                  then every else '' end;
                execute format('alter table %s enable row level security, force row level security', open);
                execute format('drop policy if exists workspace on %s', open);
                execute format('drop policy if exists maintenance on %s', open);
                execute format('drop policy if exists outside on %s', open);
                execute format('create policy workspace on %s to "{module.Connection.Role}" using (%s) with check (%2$s)', open, seen);
                -- Signing in, and failing to, happens outside of workspaces: the log can be added to from there, and not read.
                if open = to_regclass('{module.Schema}.audit') then
                  execute format('create policy outside on %s for insert to "{module.Connection.Role}"
                    with check ((select {module.Schema}.current_workspace()) is null)', open);
                end if;
                execute format('create policy maintenance on %s to current_user using (true) with check (true)', open);
              end loop;
              -- Of all workspaces at once the answers whose day is over can be deleted, and none be read.
              if to_regclass('{module.Schema}.idempotency_keys') is not null and not exists (
                select from pg_policy p where p.polrelid = to_regclass('{module.Schema}.idempotency_keys')
                  and p.polname = 'past' and p.polcmd = 'd' and '"{module.Connection.Role}"'::regrole = any(p.polroles))
              then
                drop policy if exists past on {module.Schema}.idempotency_keys;
                create policy past on {module.Schema}.idempotency_keys for delete to "{module.Connection.Role}" using (
                  created_at < now() - interval '{IdempotencyKey.Lifetime.TotalHours} hours'
                  and (select {module.Schema}.current_workspace()) = '{CurrentUser.EveryWorkspace}');
              end if;
            end $do$
            """;

    /// <summary>Before a migration: a view keeps its columns from being changed.</summary>
    public static string DropViews(ModuleMigration module) =>
        string.Concat(module.Searches.Select(view => $"drop view if exists {module.Schema}.{view.Name};"));

    // Row-level security keeps operators that are not leakproof (LIKE, trigrams, most functions) from using an index. A view
    // of a role that sees all rows, closed by the entered workspace itself, is searched as fast as the bare table.
    public static string Create(SearchView view, ModuleMigration module) =>
        $"""
            do $$ begin
              create role "{module.Connection.Role}_search" nologin;
            exception when duplicate_object or unique_violation then null; end $$;
            grant "{module.Connection.Role}_search" to current_user;
            grant usage, create on schema {module.Schema} to "{module.Connection.Role}_search";
            grant select on {module.Schema}.{view.Table} to "{module.Connection.Role}_search";
            drop policy if exists search on {module.Schema}.{view.Table};
            drop view if exists {module.Schema}.{view.Name};
            create policy search on {module.Schema}.{view.Table} for select to "{module.Connection.Role}_search" using (true);
            create view {module.Schema}.{view.Name} as select {string.Join(
                ", ",
                view.Columns
            )} from {module.Schema}.{view.Table}
              where workspace_id {(view.Narrowed ? "is not distinct from" : "=")} (select {module.Schema}.current_workspace());
            alter view {module.Schema}.{view.Name} owner to "{module.Connection.Role}_search";
            revoke create on schema {module.Schema} from "{module.Connection.Role}_search";
            grant select on {module.Schema}.{view.Name} to "{module.Connection.Role}";
            """;
}

/// <summary>A table that is searched by operators which row-level security would keep from its indexes.</summary>
/// <param name="Columns">What the view shows; it has no other.</param>
/// <param name="Narrowed">The workspace is checked and not looked for: where few of its rows are meant, its index entries would be
/// the longest of all to read.</param>
public sealed record SearchView(string Name, string Table, IReadOnlyList<string> Columns, bool Narrowed = false);
