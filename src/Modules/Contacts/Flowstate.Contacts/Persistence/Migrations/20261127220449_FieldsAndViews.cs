using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FieldsAndViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "custom_fields",
                schema: "contacts",
                table: "contacts",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "sealed_fields",
                schema: "contacts",
                table: "contacts",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "custom_fields",
                schema: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: false),
                    label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    options = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custom_fields", x => new { x.workspace_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                schema: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    shared = table.Column<bool>(type: "boolean", nullable: false),
                    filter = table.Column<string>(type: "jsonb", nullable: true),
                    sort = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    columns = table.Column<List<string>>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => new { x.workspace_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_workspace_id_name_id",
                schema: "contacts",
                table: "contacts",
                columns: new[] { "workspace_id", "name", "id" },
                filter: "deleted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_workspace_id_owner_id_name_id",
                schema: "contacts",
                table: "contacts",
                columns: new[] { "workspace_id", "owner_id", "name", "id" },
                filter: "deleted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_contact_rhythms_workspace_id_last_touch_at_contact_id",
                schema: "contacts",
                table: "contact_rhythms",
                columns: new[] { "workspace_id", "last_touch_at", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_rhythms_workspace_id_next_touch_at_contact_id",
                schema: "contacts",
                table: "contact_rhythms",
                columns: new[] { "workspace_id", "next_touch_at", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_custom_fields_workspace_id_key",
                schema: "contacts",
                table: "custom_fields",
                columns: new[] { "workspace_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_workspace_id_owner_id",
                schema: "contacts",
                table: "saved_views",
                columns: new[] { "workspace_id", "owner_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "custom_fields",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "saved_views",
                schema: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_workspace_id_name_id",
                schema: "contacts",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_workspace_id_owner_id_name_id",
                schema: "contacts",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contact_rhythms_workspace_id_last_touch_at_contact_id",
                schema: "contacts",
                table: "contact_rhythms");

            migrationBuilder.DropIndex(
                name: "ix_contact_rhythms_workspace_id_next_touch_at_contact_id",
                schema: "contacts",
                table: "contact_rhythms");

            migrationBuilder.DropColumn(
                name: "custom_fields",
                schema: "contacts",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "sealed_fields",
                schema: "contacts",
                table: "contacts");
        }
    }
}
