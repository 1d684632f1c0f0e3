using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;

namespace Flowstate.Shared.Audit;

/// <summary>Where a module keeps people, and where it notes the ids of those it erased.</summary>
public sealed record ErasedPeople(string Table, string Tombstones, string Column);

/// <summary>
/// Takes what the log says of people who are erased out of it. A row keeps when, who, and what kind of change it was; its
/// values go, with the salt by which their hash could be guessed at. The hash stays, so that the seal over the row holds.
/// </summary>
internal static class AuditErasure
{
    // What older rows were about is in them, or in the row that wrote down how theirs began.
    public static string Columns(ModuleMigration module) =>
        $$"""
            do $do$ begin
              if exists (select from pg_attribute where attrelid = '{{module.Schema}}.audit'::regclass and attname = 'about') then
                return;
              end if;
              alter table {{module.Schema}}.audit add column about uuid, add column salt uuid default gen_random_uuid(),
                add column changes_hash bytea, add column erased_at timestamptz,
                add constraint ck_audit_erased check (
                  (erased_at is null) = (changes_hash is null) and (erased_at is null or (changes = '{}' and salt is null)));
              {{string.Concat(
                module.Audited.Where(table => table.About is not null).Select(table => Older(module.Schema, table))
            )}}
            end $do$;
            create index if not exists ix_audit_about on {{module.Schema}}.audit (about) where about is not null;
            create table if not exists {{module.Schema}}.audit_renewals (
              seq bigint primary key references {{module.Schema}}.audit_seals, digest bytea not null, seal bytea not null,
              renewed_at timestamptz not null default now());
            alter table {{module.Schema}}.audit_seals add column if not exists version int not null default 1;
            """;

    /// <summary>
    /// The one way to empty rows, run as the owner: of people who are gone from their table, have a tombstone, and whose going
    /// the log itself has. Rows under a seal that would break wait until it is renewed; then null means everybody erased.
    /// </summary>
    public static string Function(ModuleMigration module) =>
        module.Erased is { } erased
            ? $$"""
                create or replace function {{module.Schema}}.empty_audit(people uuid[]) returns bigint language plpgsql
                security definer set search_path = pg_catalog, pg_temp as $fn$
                declare
                  here uuid := {{module.Schema}}.current_workspace();
                  waiting int8multirange := (
                    select coalesce(range_agg(int8range(s.from_position, s.to_position, '(]')), '{}') from {{module.Schema}}.audit_seals s
                    where s.version = 1 and not exists (select from {{module.Schema}}.audit_renewals r where r.seq = s.seq));
                  emptied bigint;
                begin
                  people := coalesce(people, array(select {{erased.Column}} from {{module.Schema}}.{{erased.Tombstones}}));
                  update {{module.Schema}}.audit a
                  set changes = '{}', changes_hash = {{AuditDigest.Salted}}, salt = null, erased_at = now()
                  where a.about = any(people) and a.erased_at is null
                    and not a.position <@ waiting
                    and (a.workspace_id = here or here = '{{CurrentUser.EveryWorkspace}}')
                    and exists (select from {{module.Schema}}.{{erased.Tombstones}} t
                      where t.workspace_id = a.workspace_id and t.{{erased.Column}} = a.about)
                    and not exists (select from {{module.Schema}}.{{erased.Table}} p
                      where p.workspace_id = a.workspace_id and p.id = a.about)
                    and {{AuditDigest.Gone(module.Schema)}};
                  get diagnostics emptied = row_count;
                  return emptied;
                end $fn$;
                revoke execute on function {{module.Schema}}.empty_audit(uuid[]) from public;
                grant execute on function {{module.Schema}}.empty_audit(uuid[]) to "{{module.Connection.Role}}";
                """
            : "";

    private static string Older(string schema, AuditedTable table) =>
        table.About == table.Key
            ? $"update {schema}.audit set about = subject_id::uuid where subject = '{table.Name}';"
            : $"""
                update {schema}.audit a set about = first.about from (
                  select workspace_id, subject_id, (array_agg((changes ->> '{table.About}')::uuid))[1] as about
                  from {schema}.audit where subject = '{table.Name}' and action <> 'update' and changes ? '{table.About}'
                  group by workspace_id, subject_id) first
                where a.subject = '{table.Name}' and a.workspace_id = first.workspace_id and a.subject_id = first.subject_id;
                """;
}
