using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Intelligence.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SnoozedFollowUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "follow_up_id",
                schema: "intelligence",
                table: "snoozes",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "follow_up_id",
                schema: "intelligence",
                table: "snoozes");
        }
    }
}
