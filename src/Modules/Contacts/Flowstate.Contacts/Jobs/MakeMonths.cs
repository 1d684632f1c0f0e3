using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Jobs;

/// <summary>
/// Makes the tables of the coming months for what happens to contacts. Where it has not run for long nothing is refused: what
/// is beyond the last month waits in a table of its own until its month is made.
/// </summary>
internal sealed class MakeMonths(ContactsDbContext db, CurrentUser user) : IRecurringJob
{
    private const int Ahead = 3;

    public string Id => "contacts.make-months";

    public string Cron => "10 3 * * *";

    public Task Run(CancellationToken ct)
    {
        user.EnterEvery();
        return db.Database.ExecuteSqlAsync(
            $"select contacts.make_months(now() + make_interval(months => {Ahead}))",
            ct
        );
    }
}
