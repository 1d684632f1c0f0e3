using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Reactions;

/// <summary>Every contact that was ever touched may have another next date now; they are worked out a thousand at a time.</summary>
internal sealed class WhenCadenceChanged(IntelligenceDbContext db, PlanNextActions plan) : IReaction<CadenceChanged>
{
    private const int Batch = 1000;

    public async Task Handle(CadenceChanged heard, CancellationToken ct)
    {
        var written = await db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.cadences (workspace_id, version, one, two, three, four, five)
            values ({heard.WorkspaceId}, {heard.Version}, {heard.One}, {heard.Two}, {heard.Three}, {heard.Four}, {heard.Five})
            on conflict (workspace_id) do update set version = excluded.version, one = excluded.one, two = excluded.two,
              three = excluded.three, four = excluded.four, five = excluded.five
            where excluded.version > cadences.version
            """,
            ct
        );
        var last = Guid.Empty;
        while (written > 0)
        {
            var ids = await db
                .Subjects.Where(row => row.LastTouchAt != null && row.ContactId > last)
                .OrderBy(row => row.ContactId)
                .Select(row => row.ContactId)
                .Take(Batch)
                .ToArrayAsync(ct);
            if (ids.Length == 0)
            {
                return;
            }

            await plan.For(ids, ct);
            last = ids[^1];
        }
    }
}
