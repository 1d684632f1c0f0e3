using Flowstate.Campaigns.Persistence;
using Flowstate.Shared.Realtime;
using Microsoft.EntityFrameworkCore;
using ZiggyCreatures.Caching.Fusion;

namespace Flowstate.Campaigns.Features.Templates;

/// <summary>A workspace's templates, kept in the cache: they are few, and every list of ready words needs them.</summary>
internal sealed class TemplateShelf(CampaignsDbContext db, IFusionCache cache, LiveUpdates live)
{
    private string Key => $"campaigns:templates:{db.User.WorkspaceId:N}";

    public async Task<IReadOnlyList<TemplateView>> All(CancellationToken ct) =>
        await cache.GetOrSetAsync<TemplateView[]>(
            Key,
            async (context, token) =>
            {
                var rows = await db
                    .Templates.AsNoTracking()
                    .OrderBy(template => template.Purpose)
                    .ThenBy(template => template.Name)
                    .ThenBy(template => template.Id)
                    .ToListAsync(token);
                if (rows.Count == 0)
                {
                    // A workspace is about to be given its first ones: an empty shelf is not worth remembering.
                    context.Options.SetSkipMemoryCacheWrite().SetSkipDistributedCacheWrite(true, true);
                }

                return [.. rows.Select(TemplateView.Of)];
            },
            token: ct
        );

    /// <summary>To be called after the commit, or somebody could put the old ones back.</summary>
    public async Task Changed(Guid id, CancellationToken ct)
    {
        await cache.RemoveAsync(Key, token: ct);
        live.Changed(db.User.WorkspaceId, CampaignsModule.Schema, "templates", id);
    }
}
