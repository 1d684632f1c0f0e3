using Flowstate.Contacts.Duplicates;
using Flowstate.Shared.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Jobs;

/// <summary>Looks for contacts that may be one person; a workspace that has many waits for its next minute, so that others have theirs.</summary>
internal sealed class FindDuplicates(IServiceScopeFactory scopes, TimeProvider clock) : IRecurringJob
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public string Id => "contacts.find-duplicates";

    public string Cron => "* * * * *";

    public Task Run(CancellationToken ct) =>
        scopes.InEveryWorkspace((db, _) => new LookThrough(db, clock).Run(Longest, ct), ct);
}
