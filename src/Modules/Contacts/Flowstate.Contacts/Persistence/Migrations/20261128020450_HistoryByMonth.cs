using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <summary>
    /// What happens to contacts lies in tables by month: <c>_past</c> before the first, <c>_later</c> after the last that
    /// <c>contacts.make_months</c> has made. There is no default partition, since with one the timeline could not be read in
    /// order. Ids that must be told once over all months have tables of their own.
    /// </summary>
    public partial class HistoryByMonth : Migration
    {
        private const string Tables = "'touches', 'facts', 'stage_moves', 'sends', 'snoozes'";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fact_receipts",
                schema: "contacts",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fact_receipts", x => new { x.workspace_id, x.event_id });
                    table.ForeignKey(
                        name: "fk_fact_receipts_contacts_workspace_id_contact_id",
                        columns: x => new { x.workspace_id, x.contact_id },
                        principalSchema: "contacts",
                        principalTable: "contacts",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "touch_receipts",
                schema: "contacts",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_touch_receipts", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_touch_receipts_contacts_workspace_id_contact_id",
                        columns: x => new { x.workspace_id, x.contact_id },
                        principalSchema: "contacts",
                        principalTable: "contacts",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fact_receipts_workspace_id_contact_id",
                schema: "contacts",
                table: "fact_receipts",
                columns: new[] { "workspace_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_touch_receipts_workspace_id_contact_id",
                schema: "contacts",
                table: "touch_receipts",
                columns: new[] { "workspace_id", "contact_id" });

            migrationBuilder.Sql(
                """
                insert into contacts.fact_receipts (workspace_id, event_id, id, contact_id, type)
                select workspace_id, event_id, id, contact_id, type from contacts.facts;
                insert into contacts.touch_receipts (workspace_id, id, contact_id)
                select workspace_id, id, contact_id from contacts.touches;
                """
            );
            migrationBuilder.Sql(
                $"""
                do $do$
                declare
                  history text;
                  first text := (date_trunc('month', now() at time zone 'utc'))::date || ' 00:00+00';
                begin
                  foreach history in array array[{Tables}] loop
                    execute format('alter table contacts.%I rename to %I', history, history || '_whole');
                    execute format('create table contacts.%I (like contacts.%I including defaults) partition by range (at)',
                      history, history || '_whole');
                    execute format('create table contacts.%I partition of contacts.%I for values from (minvalue) to (%L)',
                      history || '_past', history, first);
                    execute format('create table contacts.%I partition of contacts.%I for values from (%L) to (maxvalue)',
                      history || '_later', history, first);
                    execute format('insert into contacts.%I select * from contacts.%I', history, history || '_whole');
                    execute format('drop table contacts.%I', history || '_whole');
                    execute format('alter table contacts.%I add constraint %I primary key (workspace_id, contact_id, at, id),
                      add constraint %I foreign key (workspace_id, contact_id)
                        references contacts.contacts (workspace_id, id) on delete cascade',
                      history, 'pk_' || history, 'fk_' || history || '_contacts_workspace_id_contact_id');
                  end loop;
                end $do$;
                create index ix_facts_workspace_id_by_member_id_at on contacts.facts (workspace_id, by_member_id, at)
                  where type in ('INVITE_SENT', 'FOLLOW_UP_DONE');
                create index ix_stage_moves_workspace_id_at on contacts.stage_moves (workspace_id, at)
                  where from_stage is not null;

                -- As the owner, who alone makes tables. Months are split off from _later, with what has come into it.
                create function contacts.make_months(until timestamptz) returns int language plpgsql security definer
                  set search_path = pg_catalog, pg_temp set timezone = 'UTC' set lock_timeout = '5s' as $fn$
                declare
                  history text; later text; part text; made int := 0;
                  month timestamptz; following timestamptz;
                begin
                  foreach history in array array[{Tables}] loop
                    later := history || '_later';
                    loop
                      select substring(pg_get_expr(relpartbound, oid) from $r$FROM \('([^']+)'\)$r$) into month
                      from pg_class where oid = format('contacts.%I', later)::regclass;
                      exit when month > until;
                      following := month + interval '1 month';
                      part := history || to_char(month, '_YYYY_MM');
                      execute format('alter table contacts.%I detach partition contacts.%I', history, later);
                      execute format('create table contacts.%I partition of contacts.%I for values from (%L) to (%L)',
                        part, history, month, following);
                      -- Whoever reads a month by its own name sees nothing: the walls stand before the whole.
                      execute format('alter table contacts.%I enable row level security', part);
                      execute format('with moved as (delete from contacts.%I where at < %L returning *)
                        insert into contacts.%I select * from moved', later, following, part);
                      execute format('alter table contacts.%I attach partition contacts.%I for values from (%L) to (maxvalue)',
                        history, later, following);
                      made := made + 1;
                    end loop;
                  end loop;
                  return made;
                end $fn$;
                select contacts.make_months(now() + interval '3 months');
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                $"""
                drop function contacts.make_months(timestamptz);
                do $do$
                declare history text;
                begin
                  foreach history in array array[{Tables}] loop
                    execute format('alter table contacts.%I rename to %I', history, history || '_by_month');
                    execute format('create table contacts.%I (like contacts.%I including defaults)', history, history || '_by_month');
                    execute format('insert into contacts.%I select * from contacts.%I', history, history || '_by_month');
                    execute format('drop table contacts.%I', history || '_by_month');
                    execute format('alter table contacts.%I add constraint %I primary key (workspace_id, id),
                      add constraint %I foreign key (workspace_id, contact_id)
                        references contacts.contacts (workspace_id, id) on delete cascade',
                      history, 'pk_' || history, 'fk_' || history || '_contacts_workspace_id_contact_id');
                    execute format('create index %I on contacts.%I (workspace_id, contact_id, at desc, id desc)',
                      'ix_' || history || '_workspace_id_contact_id_at_id', history);
                  end loop;
                end $do$;
                create unique index ix_facts_workspace_id_event_id on contacts.facts (workspace_id, event_id);
                create index ix_facts_workspace_id_by_member_id_at on contacts.facts (workspace_id, by_member_id, at)
                  where type in ('INVITE_SENT', 'FOLLOW_UP_DONE');
                create index ix_stage_moves_workspace_id_at on contacts.stage_moves (workspace_id, at)
                  where from_stage is not null;
                drop table contacts.fact_receipts;
                drop table contacts.touch_receipts;
                """
            );
        }
    }
}
