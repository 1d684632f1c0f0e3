using Flowstate.Contacts.Events;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Reactions;

/// <summary>Remembers when a member was last active. Only forward: touches of several contacts come in any order.</summary>
internal sealed class WhenTouchLogged(IdentityDbContext db) : IReaction<TouchLogged>
{
    public Task Handle(TouchLogged heard, CancellationToken ct) =>
        // Past the aggregate and its version: activity is no edit, and must not make anybody's edit stale.
        db
            .Members.Where(member => member.Id == heard.ByMemberId)
            .Where(member => member.LastTouchAt == null || member.LastTouchAt < heard.At)
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.LastTouchAt, heard.At), ct);
}
