using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Flowstate.Intelligence.Persistence.Migrations
{
    /// <inheritdoc />
    internal partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "intelligence");

            migrationBuilder.CreateTable(
                name: "cadences",
                schema: "intelligence",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    one = table.Column<int>(type: "integer", nullable: true),
                    two = table.Column<int>(type: "integer", nullable: true),
                    three = table.Column<int>(type: "integer", nullable: true),
                    four = table.Column<int>(type: "integer", nullable: true),
                    five = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cadences", x => x.workspace_id);
                });

            migrationBuilder.CreateTable(
                name: "follow_ups",
                schema: "intelligence",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    follow_up_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    open = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_ups", x => new { x.workspace_id, x.follow_up_id });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "intelligence",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "text", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dead_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.event_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "next_actions",
                schema: "intelligence",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    @base = table.Column<short>(name: "base", type: "smallint", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    follow_up_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_next_actions", x => new { x.workspace_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "intelligence",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "snoozes",
                schema: "intelligence",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snoozes", x => new { x.workspace_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "subjects",
                schema: "intelligence",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    profile_version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    deleted = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false, defaultValue: ""),
                    warmth = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)0),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "'epoch'"),
                    stage_version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    stage = table.Column<string>(type: "text", nullable: false, defaultValue: "lead"),
                    stage_entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "'epoch'"),
                    touch_version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    last_touch_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resting = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    qualification_version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    qualification_score = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)0),
                    fact_version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    facts = table.Column<string[]>(type: "text[]", nullable: false, defaultValueSql: "'{}'"),
                    last_fact = table.Column<string>(type: "text", nullable: true),
                    last_fact_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subjects", x => new { x.workspace_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                schema: "intelligence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    done = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => new { x.workspace_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_follow_ups_open",
                schema: "intelligence",
                table: "follow_ups",
                columns: new[] { "workspace_id", "contact_id", "due_at" },
                filter: "open");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_dead",
                schema: "intelligence",
                table: "inbox",
                column: "dead_at",
                filter: "dead_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_done",
                schema: "intelligence",
                table: "inbox",
                column: "done_at",
                filter: "done_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_pending",
                schema: "intelligence",
                table: "inbox",
                column: "seq",
                filter: "done_at is null and dead_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_pending_key",
                schema: "intelligence",
                table: "inbox",
                columns: new[] { "handler", "key", "seq" },
                filter: "done_at is null and dead_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_next_actions_due",
                schema: "intelligence",
                table: "next_actions",
                columns: new[] { "workspace_id", "owner_id", "due_at" })
                .Annotation("Npgsql:IndexInclude", new[] { "minutes" });

            migrationBuilder.CreateIndex(
                name: "ix_next_actions_lanes",
                schema: "intelligence",
                table: "next_actions",
                columns: new[] { "workspace_id", "base", "due_at", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_next_actions_own_lanes",
                schema: "intelligence",
                table: "next_actions",
                columns: new[] { "workspace_id", "owner_id", "base", "due_at", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_id",
                schema: "intelligence",
                table: "outbox",
                column: "id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cadences",
                schema: "intelligence");

            migrationBuilder.DropTable(
                name: "follow_ups",
                schema: "intelligence");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "intelligence");

            migrationBuilder.DropTable(
                name: "next_actions",
                schema: "intelligence");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "intelligence");

            migrationBuilder.DropTable(
                name: "snoozes",
                schema: "intelligence");

            migrationBuilder.DropTable(
                name: "subjects",
                schema: "intelligence");

            migrationBuilder.DropTable(
                name: "tasks",
                schema: "intelligence");
        }
    }
}
