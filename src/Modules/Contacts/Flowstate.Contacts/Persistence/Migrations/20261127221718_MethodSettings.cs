using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class MethodSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<List<string>>(
                name: "missing",
                schema: "contacts",
                table: "stage_moves",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "coaching_answers",
                schema: "contacts",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coaching_answers", x => new { x.workspace_id, x.member_id, x.date, x.question });
                });

            migrationBuilder.CreateTable(
                name: "day_settings",
                schema: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invite_target = table.Column<int>(type: "integer", nullable: false),
                    follow_up_target = table.Column<int>(type: "integer", nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    quiet_until = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_settings", x => new { x.workspace_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "pipeline_settings",
                schema: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    labels = table.Column<List<string>>(type: "text[]", nullable: false),
                    gates_follow_up = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gates_invited = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gates_presentation_sent = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gates_qualified = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gates_relationship = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gates_signed_up = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pipeline_settings", x => new { x.workspace_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_follow_ups_loud",
                schema: "contacts",
                table: "follow_ups",
                columns: new[] { "workspace_id", "contact_id" },
                filter: "status = 'open' and escalation = 3");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coaching_answers",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "day_settings",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "pipeline_settings",
                schema: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_follow_ups_loud",
                schema: "contacts",
                table: "follow_ups");

            migrationBuilder.DropColumn(
                name: "missing",
                schema: "contacts",
                table: "stage_moves");
        }
    }
}
