using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Identity.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Teams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_operator",
                schema: "identity",
                table: "workspaces",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "sponsor_id",
                schema: "identity",
                table: "members",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "status",
                schema: "identity",
                table: "members",
                type: "text",
                nullable: false,
                defaultValue: "active");

            migrationBuilder.CreateTable(
                name: "invitations",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    sponsor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_invitations_members_workspace_id_invited_by",
                        columns: x => new { x.workspace_id, x.invited_by },
                        principalSchema: "identity",
                        principalTable: "members",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_members_workspace_id_sponsor_id",
                        columns: x => new { x.workspace_id, x.sponsor_id },
                        principalSchema: "identity",
                        principalTable: "members",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_roles_workspace_id_role",
                        columns: x => new { x.workspace_id, x.role },
                        principalSchema: "identity",
                        principalTable: "roles",
                        principalColumns: new[] { "workspace_id", "name" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_members_workspace_id_sponsor_id",
                schema: "identity",
                table: "members",
                columns: new[] { "workspace_id", "sponsor_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_workspace_id_email",
                schema: "identity",
                table: "invitations",
                columns: new[] { "workspace_id", "email" },
                unique: true,
                filter: "closed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_workspace_id_invited_by",
                schema: "identity",
                table: "invitations",
                columns: new[] { "workspace_id", "invited_by" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_workspace_id_role",
                schema: "identity",
                table: "invitations",
                columns: new[] { "workspace_id", "role" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_workspace_id_secret_hash",
                schema: "identity",
                table: "invitations",
                columns: new[] { "workspace_id", "secret_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_workspace_id_sponsor_id",
                schema: "identity",
                table: "invitations",
                columns: new[] { "workspace_id", "sponsor_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_members_members_workspace_id_sponsor_id",
                schema: "identity",
                table: "members",
                columns: new[] { "workspace_id", "sponsor_id" },
                principalSchema: "identity",
                principalTable: "members",
                principalColumns: new[] { "workspace_id", "id" },
                onDelete: ReferentialAction.Restrict);

            // Whoever founded the first workspace runs the installation.
            migrationBuilder.Sql(
                """
                update identity.workspaces set is_operator = true
                where workspace_id = (select workspace_id from identity.workspaces order by created_at, workspace_id limit 1)
                """);

            // One change of the tree at a time in a workspace: two that are fine alone can close a circle together.
            migrationBuilder.Sql(
                """
                create function identity.no_sponsor_circle() returns trigger language plpgsql as $$
                begin
                  perform pg_advisory_xact_lock(hashtextextended(new.workspace_id::text, 7));
                  if exists (
                    with recursive up(id) as (
                      select new.sponsor_id
                      union
                      select member.sponsor_id from identity.members member join up on member.id = up.id
                      where member.workspace_id = new.workspace_id and member.sponsor_id is not null)
                    select from up where up.id = new.id)
                  then
                    raise exception 'nobody can be in their own downline'
                      using errcode = 'check_violation', constraint = 'no_sponsor_circle';
                  end if;
                  return new;
                end $$;
                create trigger no_sponsor_circle before insert or update of sponsor_id on identity.members
                  for each row when (new.sponsor_id is not null) execute function identity.no_sponsor_circle();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                "drop trigger no_sponsor_circle on identity.members; drop function identity.no_sponsor_circle()");

            migrationBuilder.DropForeignKey(
                name: "fk_members_members_workspace_id_sponsor_id",
                schema: "identity",
                table: "members");

            migrationBuilder.DropTable(
                name: "invitations",
                schema: "identity");

            migrationBuilder.DropIndex(
                name: "ix_members_workspace_id_sponsor_id",
                schema: "identity",
                table: "members");

            migrationBuilder.DropColumn(
                name: "is_operator",
                schema: "identity",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "sponsor_id",
                schema: "identity",
                table: "members");

            migrationBuilder.DropColumn(
                name: "status",
                schema: "identity",
                table: "members");
        }
    }
}
