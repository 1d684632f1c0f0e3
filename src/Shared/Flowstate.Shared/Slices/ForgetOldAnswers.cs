using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Shared.Slices;

/// <summary>
/// Drops the answers whose day is over, in every module and workspace: a busy one does it as it goes, one that fell silent
/// would keep its last for good.
/// </summary>
internal sealed class ForgetOldAnswers(IEnumerable<ModuleDbContext> modules, CurrentUser user) : IRecurringJob
{
    public string Id => "platform.forget-old-answers";

    public string Cron => "47 3 * * *";

    public async Task Run(CancellationToken ct)
    {
        user.EnterEvery();
        foreach (var db in modules)
        {
            // Row-level security says which (RowSecurity, "past"): a condition here would have to read, and nothing can be read.
            var sql = $"delete from {db.Schema}.idempotency_keys";
            await db.Database.ExecuteSqlRawAsync(sql, ct);
        }
    }
}
