using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ErasingByIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_import_rows_workspace_id_import_id_contact_id",
                schema: "contacts",
                table: "import_rows");

            migrationBuilder.CreateIndex(
                name: "ix_import_rows_workspace_id_contact_id_import_id",
                schema: "contacts",
                table: "import_rows",
                columns: new[] { "workspace_id", "contact_id", "import_id" },
                filter: "contact_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_rows_workspace_id_contact_id",
                schema: "contacts",
                table: "bulk_rows",
                columns: new[] { "workspace_id", "contact_id" },
                filter: "before is not null");

            // What an import that is over showed of the file while its columns were chosen.
            migrationBuilder.Sql("""
                update contacts.imports set mapping = (
                  select jsonb_agg(c || '{"Samples": []}' order by n) from jsonb_array_elements(mapping) with ordinality as e(c, n))
                where finished_at is not null and mapping <> '[]'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_import_rows_workspace_id_contact_id_import_id",
                schema: "contacts",
                table: "import_rows");

            migrationBuilder.DropIndex(
                name: "ix_bulk_rows_workspace_id_contact_id",
                schema: "contacts",
                table: "bulk_rows");

            migrationBuilder.CreateIndex(
                name: "ix_import_rows_workspace_id_import_id_contact_id",
                schema: "contacts",
                table: "import_rows",
                columns: new[] { "workspace_id", "import_id", "contact_id" },
                filter: "contact_id is not null");
        }
    }
}
