using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ImportUndo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "existing",
                schema: "contacts",
                table: "imports",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "fill");

            migrationBuilder.AddColumn<int>(
                name: "kept",
                schema: "contacts",
                table: "imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "removed",
                schema: "contacts",
                table: "imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "restored",
                schema: "contacts",
                table: "imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "undo_task_id",
                schema: "contacts",
                table: "imports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "undone_from",
                schema: "contacts",
                table: "imports",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "overwritten",
                schema: "contacts",
                table: "import_rows",
                type: "jsonb",
                nullable: true);

            // Files are written and read once, and soon dropped: to pack them costs more than it saves.
            migrationBuilder.Sql("alter table contacts.import_chunks alter column bytes set storage external;");

            migrationBuilder.CreateIndex(
                name: "ix_import_rows_workspace_id_import_id_contact_id",
                schema: "contacts",
                table: "import_rows",
                columns: new[] { "workspace_id", "import_id", "contact_id" },
                filter: "contact_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_import_rows_workspace_id_import_id_contact_id",
                schema: "contacts",
                table: "import_rows");

            migrationBuilder.DropColumn(
                name: "existing",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "kept",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "removed",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "restored",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "undo_task_id",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "undone_from",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "overwritten",
                schema: "contacts",
                table: "import_rows");
        }
    }
}
