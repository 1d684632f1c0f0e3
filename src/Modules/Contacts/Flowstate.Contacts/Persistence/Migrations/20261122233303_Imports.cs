using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Imports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "imports",
                schema: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    encoding = table.Column<string>(type: "text", nullable: false),
                    delimiter = table.Column<string>(type: "text", nullable: true),
                    header_line = table.Column<int>(type: "integer", nullable: false),
                    mapping = table.Column<string>(type: "jsonb", nullable: false),
                    stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    next_row = table.Column<int>(type: "integer", nullable: false),
                    created = table.Column<int>(type: "integer", nullable: false),
                    updated = table.Column<int>(type: "integer", nullable: false),
                    duplicates = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => new { x.workspace_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_chunks",
                schema: "contacts",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_chunks", x => new { x.workspace_id, x.import_id, x.number });
                    table.ForeignKey(
                        name: "fk_import_chunks_imports_workspace_id_import_id",
                        columns: x => new { x.workspace_id, x.import_id },
                        principalSchema: "contacts",
                        principalTable: "imports",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_rows",
                schema: "contacts",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_rows", x => new { x.workspace_id, x.import_id, x.row });
                    table.ForeignKey(
                        name: "fk_import_rows_imports_workspace_id_import_id",
                        columns: x => new { x.workspace_id, x.import_id },
                        principalSchema: "contacts",
                        principalTable: "imports",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_import_rows_workspace_id_import_id_outcome_row",
                schema: "contacts",
                table: "import_rows",
                columns: new[] { "workspace_id", "import_id", "outcome", "row" });

            migrationBuilder.CreateIndex(
                name: "ix_imports_workspace_id_created_at_id",
                schema: "contacts",
                table: "imports",
                columns: new[] { "workspace_id", "created_at", "id" },
                descending: new[] { false, true, true });

            // An import finds people without mail or number by their name, the first line of the search text; they are few.
            migrationBuilder.Sql(
                """
                create index ix_contacts_name_only on contacts.contacts
                  (workspace_id, owner_id, split_part(search_text, E'\n', 1))
                  where primary_email is null and primary_phone is null and deleted_at is null
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index contacts.ix_contacts_name_only");

            migrationBuilder.DropTable(
                name: "import_chunks",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "import_rows",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "imports",
                schema: "contacts");
        }
    }
}
