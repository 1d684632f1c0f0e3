using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Merging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "duplicate_pairs",
                schema: "contacts",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    left_id = table.Column<Guid>(type: "uuid", nullable: false),
                    right_id = table.Column<Guid>(type: "uuid", nullable: false),
                    strength = table.Column<short>(type: "smallint", nullable: false),
                    dismissed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dismissed_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_pairs", x => new { x.workspace_id, x.left_id, x.right_id });
                    table.ForeignKey(
                        name: "fk_duplicate_pairs_contacts_workspace_id_left_id",
                        columns: x => new { x.workspace_id, x.left_id },
                        principalSchema: "contacts",
                        principalTable: "contacts",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_duplicate_pairs_contacts_workspace_id_right_id",
                        columns: x => new { x.workspace_id, x.right_id },
                        principalSchema: "contacts",
                        principalTable: "contacts",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "duplicate_scans",
                schema: "contacts",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    looked_until = table.Column<Guid>(type: "uuid", nullable: false),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    next_pass_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_scans", x => x.workspace_id);
                });

            migrationBuilder.CreateTable(
                name: "merges",
                schema: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    merged_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by = table.Column<Guid>(type: "uuid", nullable: true),
                    record = table.Column<string>(type: "jsonb", nullable: true),
                    sealed_record = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merges", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_merges_contacts_workspace_id_kept_id",
                        columns: x => new { x.workspace_id, x.kept_id },
                        principalSchema: "contacts",
                        principalTable: "contacts",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_merges_contacts_workspace_id_merged_id",
                        columns: x => new { x.workspace_id, x.merged_id },
                        principalSchema: "contacts",
                        principalTable: "contacts",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_pairs_workspace_id_right_id",
                schema: "contacts",
                table: "duplicate_pairs",
                columns: new[] { "workspace_id", "right_id" });

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_pairs_workspace_id_strength_left_id_right_id",
                schema: "contacts",
                table: "duplicate_pairs",
                columns: new[] { "workspace_id", "strength", "left_id", "right_id" },
                descending: new[] { false, true, true, true },
                filter: "dismissed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_merges_workspace_id_at_id",
                schema: "contacts",
                table: "merges",
                columns: new[] { "workspace_id", "at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_merges_workspace_id_kept_id",
                schema: "contacts",
                table: "merges",
                columns: new[] { "workspace_id", "kept_id" });

            migrationBuilder.CreateIndex(
                name: "ix_merges_workspace_id_merged_id",
                schema: "contacts",
                table: "merges",
                columns: new[] { "workspace_id", "merged_id" },
                unique: true,
                filter: "undone_at is null");

            // Who has the same company and one half of the name; half of all contacts have no company and are not in them.
            migrationBuilder.Sql(
                """
                create index ix_contacts_colleagues_last on contacts.contacts
                  (workspace_id, lower(organisation), lower(last_name))
                  where organisation is not null and deleted_at is null;
                create index ix_contacts_colleagues_first on contacts.contacts
                  (workspace_id, lower(organisation), lower(first_name))
                  where organisation is not null and deleted_at is null;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop index contacts.ix_contacts_colleagues_last;
                drop index contacts.ix_contacts_colleagues_first;
                """
            );

            migrationBuilder.DropTable(
                name: "duplicate_pairs",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "duplicate_scans",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "merges",
                schema: "contacts");
        }
    }
}
