using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ImportCheck : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "check_task_id",
                schema: "contacts",
                table: "imports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "cells",
                schema: "contacts",
                table: "import_rows",
                type: "text[]",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "changed",
                schema: "contacts",
                table: "import_rows",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "line",
                schema: "contacts",
                table: "import_rows",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "import_mended_rows",
                schema: "contacts",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    cells = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_mended_rows", x => new { x.workspace_id, x.import_id, x.row });
                    table.ForeignKey(
                        name: "fk_import_mended_rows_imports_workspace_id_import_id",
                        columns: x => new { x.workspace_id, x.import_id },
                        principalSchema: "contacts",
                        principalTable: "imports",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_mended_rows",
                schema: "contacts");

            migrationBuilder.DropColumn(
                name: "check_task_id",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "cells",
                schema: "contacts",
                table: "import_rows");

            migrationBuilder.DropColumn(
                name: "changed",
                schema: "contacts",
                table: "import_rows");

            migrationBuilder.DropColumn(
                name: "line",
                schema: "contacts",
                table: "import_rows");
        }
    }
}
