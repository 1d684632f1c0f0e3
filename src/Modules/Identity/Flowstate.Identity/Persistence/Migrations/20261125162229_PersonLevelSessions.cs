using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Identity.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PersonLevelSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Everybody signs in again: a token that named its workspace is none of ours any more.
            migrationBuilder.Sql("truncate identity.refresh_tokens, identity.sessions");

            migrationBuilder.DropForeignKey(
                name: "fk_refresh_tokens_sessions_workspace_id_session_id",
                schema: "identity",
                table: "refresh_tokens");

            migrationBuilder.DropForeignKey(
                name: "fk_sessions_members_workspace_id_member_id",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropPrimaryKey(
                name: "pk_sessions",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "ix_sessions_workspace_id_member_id",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropPrimaryKey(
                name: "pk_refresh_tokens",
                schema: "identity",
                table: "refresh_tokens");

            migrationBuilder.DropIndex(
                name: "ix_refresh_tokens_workspace_id_session_id",
                schema: "identity",
                table: "refresh_tokens");

            migrationBuilder.DropColumn(
                name: "workspace_id",
                schema: "identity",
                table: "refresh_tokens");

            migrationBuilder.RenameColumn(
                name: "member_id",
                schema: "identity",
                table: "sessions",
                newName: "user_id");

            migrationBuilder.RenameColumn(
                name: "workspace_id",
                schema: "identity",
                table: "sessions",
                newName: "active_workspace");

            migrationBuilder.AddColumn<Guid[]>(
                name: "workspaces",
                schema: "identity",
                table: "users",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.Sql(
                """
                update identity.users set workspaces = joined.workspaces
                from (
                    select id, array_agg(workspace_id order by joined_at) as workspaces from identity.members group by id
                ) joined
                where joined.id = users.id
                """);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_used_at",
                schema: "identity",
                table: "sessions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "remote_address",
                schema: "identity",
                table: "sessions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "user_agent",
                schema: "identity",
                table: "sessions",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_sessions",
                schema: "identity",
                table: "sessions",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_refresh_tokens",
                schema: "identity",
                table: "refresh_tokens",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_user_id_last_used_at",
                schema: "identity",
                table: "sessions",
                columns: new[] { "user_id", "last_used_at" });

            migrationBuilder.CreateIndex(
                name: "ix_refresh_tokens_session_id",
                schema: "identity",
                table: "refresh_tokens",
                column: "session_id");

            migrationBuilder.AddForeignKey(
                name: "fk_refresh_tokens_sessions_session_id",
                schema: "identity",
                table: "refresh_tokens",
                column: "session_id",
                principalSchema: "identity",
                principalTable: "sessions",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_sessions_users_user_id",
                schema: "identity",
                table: "sessions",
                column: "user_id",
                principalSchema: "identity",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Everybody signs in again: a token that names no workspace is none of ours here.
            migrationBuilder.Sql("truncate identity.refresh_tokens, identity.sessions");

            migrationBuilder.DropForeignKey(
                name: "fk_refresh_tokens_sessions_session_id",
                schema: "identity",
                table: "refresh_tokens");

            migrationBuilder.DropForeignKey(
                name: "fk_sessions_users_user_id",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropPrimaryKey(
                name: "pk_sessions",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "ix_sessions_user_id_last_used_at",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropPrimaryKey(
                name: "pk_refresh_tokens",
                schema: "identity",
                table: "refresh_tokens");

            migrationBuilder.DropIndex(
                name: "ix_refresh_tokens_session_id",
                schema: "identity",
                table: "refresh_tokens");

            migrationBuilder.DropColumn(
                name: "workspaces",
                schema: "identity",
                table: "users");

            migrationBuilder.DropColumn(
                name: "last_used_at",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "remote_address",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "user_agent",
                schema: "identity",
                table: "sessions");

            migrationBuilder.RenameColumn(
                name: "user_id",
                schema: "identity",
                table: "sessions",
                newName: "member_id");

            migrationBuilder.RenameColumn(
                name: "active_workspace",
                schema: "identity",
                table: "sessions",
                newName: "workspace_id");

            migrationBuilder.AddColumn<Guid>(
                name: "workspace_id",
                schema: "identity",
                table: "refresh_tokens",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddPrimaryKey(
                name: "pk_sessions",
                schema: "identity",
                table: "sessions",
                columns: new[] { "workspace_id", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_refresh_tokens",
                schema: "identity",
                table: "refresh_tokens",
                columns: new[] { "workspace_id", "hash" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_workspace_id_member_id",
                schema: "identity",
                table: "sessions",
                columns: new[] { "workspace_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_refresh_tokens_workspace_id_session_id",
                schema: "identity",
                table: "refresh_tokens",
                columns: new[] { "workspace_id", "session_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_refresh_tokens_sessions_workspace_id_session_id",
                schema: "identity",
                table: "refresh_tokens",
                columns: new[] { "workspace_id", "session_id" },
                principalSchema: "identity",
                principalTable: "sessions",
                principalColumns: new[] { "workspace_id", "id" },
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_sessions_members_workspace_id_member_id",
                schema: "identity",
                table: "sessions",
                columns: new[] { "workspace_id", "member_id" },
                principalSchema: "identity",
                principalTable: "members",
                principalColumns: new[] { "workspace_id", "id" },
                onDelete: ReferentialAction.Cascade);
        }
    }
}
