using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <summary>
    /// Keeps contacts.move_counters equal to the moves per owner, week and pair of stages. A starting stage that an import
    /// gave is no move. A row that goes from one month's table to another is none either: the trigger hears the whole alone.
    /// </summary>
    public partial class MoveCounting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_facts_workspace_id_by_member_id_at",
                schema: "contacts",
                table: "facts");

            migrationBuilder.CreateTable(
                name: "move_counters",
                schema: "contacts",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    from_stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    to_stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_move_counters", x => new { x.workspace_id, x.owner_id, x.week, x.from_stage, x.to_stage });
                });

            migrationBuilder.CreateIndex(
                name: "ix_facts_workspace_id_by_member_id_at",
                schema: "contacts",
                table: "facts",
                columns: new[] { "workspace_id", "by_member_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_move_counters_workspace_id_week",
                schema: "contacts",
                table: "move_counters",
                columns: new[] { "workspace_id", "week" });

            // In a fixed order, or two statements that touch the same counters could wait for each other.
            migrationBuilder.Sql(
                """
                insert into contacts.move_counters (workspace_id, owner_id, week, from_stage, to_stage, count)
                select workspace_id, owner_id, date_trunc('week', at at time zone 'utc')::date, from_stage, to_stage, count(*)
                from contacts.stage_moves where from_stage is not null group by 1, 2, 3, 4, 5;

                create function contacts.count_moves() returns trigger language plpgsql as $$
                begin
                  insert into contacts.move_counters as c (workspace_id, owner_id, week, from_stage, to_stage, count)
                  select workspace_id, owner_id, date_trunc('week', at at time zone 'utc')::date, from_stage, to_stage, count(*)
                  from added where from_stage is not null group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
                  on conflict (workspace_id, owner_id, week, from_stage, to_stage) do update
                    set count = c.count + excluded.count;
                  return null;
                end $$;
                create trigger count_moves after insert on contacts.stage_moves
                  referencing new table as added for each statement execute function contacts.count_moves();
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function contacts.count_moves() cascade");
            migrationBuilder.DropTable(
                name: "move_counters",
                schema: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_facts_workspace_id_by_member_id_at",
                schema: "contacts",
                table: "facts");

            migrationBuilder.CreateIndex(
                name: "ix_facts_workspace_id_by_member_id_at",
                schema: "contacts",
                table: "facts",
                columns: new[] { "workspace_id", "by_member_id", "at" },
                filter: "type in ('INVITE_SENT', 'FOLLOW_UP_DONE')");
        }
    }
}
