using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ImportHeaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "headers",
                schema: "contacts",
                table: "imports",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "remembered",
                schema: "contacts",
                table: "imports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_imports_workspace_id_owner_id_headers_created_at",
                schema: "contacts",
                table: "imports",
                columns: new[] { "workspace_id", "owner_id", "headers", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_imports_workspace_id_owner_id_headers_created_at",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "headers",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "remembered",
                schema: "contacts",
                table: "imports");
        }
    }
}
