using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Intelligence.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ClosedTitles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What a closed follow-up was about is not needed any more, and is the contact's.
            migrationBuilder.Sql("update intelligence.follow_ups set title = '' where not open and title <> ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
