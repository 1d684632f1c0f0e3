using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Hooks : Migration
    {
        // Over an expression, which the model cannot say.
        private const string HandleIndexes = """
            create index ix_contacts_instagram on contacts.contacts (workspace_id, lower(handles_instagram)) where handles_instagram is not null;
            create index ix_contacts_messenger on contacts.contacts (workspace_id, lower(handles_messenger)) where handles_messenger is not null;
            create index ix_contacts_whatsapp on contacts.contacts (workspace_id, lower(handles_whatsapp)) where handles_whatsapp is not null;
            """;

        private const string DropHandleIndexes = """
            drop index contacts.ix_contacts_instagram;
            drop index contacts.ix_contacts_messenger;
            drop index contacts.ix_contacts_whatsapp;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "hook_sources",
                schema: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret = table.Column<string>(type: "text", nullable: false),
                    previous_secret = table.Column<string>(type: "text", nullable: true),
                    previous_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hook_sources", x => new { x.workspace_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "hook_deliveries",
                schema: "contacts",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delivery_id = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hook_deliveries", x => new { x.workspace_id, x.source_id, x.delivery_id });
                    table.ForeignKey(
                        name: "fk_hook_deliveries_hook_sources_workspace_id_source_id",
                        columns: x => new { x.workspace_id, x.source_id },
                        principalSchema: "contacts",
                        principalTable: "hook_sources",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contact_points_mail",
                schema: "contacts",
                table: "contact_points",
                columns: new[] { "workspace_id", "normalised" },
                filter: "kind = 'email' and active");

            migrationBuilder.CreateIndex(
                name: "ix_hook_deliveries_workspace_id_source_id_received_at",
                schema: "contacts",
                table: "hook_deliveries",
                columns: new[] { "workspace_id", "source_id", "received_at" });

            migrationBuilder.Sql(HandleIndexes);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hook_deliveries",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "hook_sources",
                schema: "contacts");

            migrationBuilder.Sql(DropHandleIndexes);

            migrationBuilder.DropIndex(
                name: "ix_contact_points_mail",
                schema: "contacts",
                table: "contact_points");

        }
    }
}
