using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TeamTree : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "sponsor_id",
                schema: "contacts",
                table: "members",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_workspace_id_sponsor_id",
                schema: "contacts",
                table: "members",
                columns: new[] { "workspace_id", "sponsor_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_members_workspace_id_sponsor_id",
                schema: "contacts",
                table: "members");

            migrationBuilder.DropColumn(
                name: "sponsor_id",
                schema: "contacts",
                table: "members");
        }
    }
}
