using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Campaigns.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class NamesOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "country",
                schema: "campaigns",
                table: "workspaces");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "country",
                schema: "campaigns",
                table: "workspaces",
                type: "text",
                nullable: true);
        }
    }
}
