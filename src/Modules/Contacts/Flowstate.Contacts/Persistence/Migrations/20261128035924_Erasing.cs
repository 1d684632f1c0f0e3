using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Erasing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erased_contacts",
                schema: "contacts",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_member_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erased_contacts", x => new { x.workspace_id, x.contact_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_workspace_id_deleted_at",
                schema: "contacts",
                table: "contacts",
                columns: new[] { "workspace_id", "deleted_at" },
                filter: "deleted_at is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erased_contacts",
                schema: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_workspace_id_deleted_at",
                schema: "contacts",
                table: "contacts");
        }
    }
}
