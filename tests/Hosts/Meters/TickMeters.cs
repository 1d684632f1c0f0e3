using Carter;
using Flowstate.Shared.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Meters;

/// <summary>Commits ticks as a slice would: over HTTP where the host may die of it, or from a test's own process.</summary>
public sealed class TickMeters : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) =>
        app.MapPost(
                "/ticks",
                async (Guid workspace, int meters, int rounds, IServiceProvider services) =>
                {
                    await Commit(services, workspace, meters, rounds);
                    return Results.NoContent();
                }
            )
            .AllowAnonymous();

    /// <summary>One transaction per round, with one tick of every meter. Meters are added up to their number.</summary>
    public static async Task Commit(IServiceProvider services, Guid workspace, int meters, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Enter(workspace);
            var db = scope.ServiceProvider.GetRequiredService<MetersDbContext>();
            var existing = await db.Meters.OrderBy(meter => meter.Id).Take(meters).ToListAsync();
            for (var missing = meters - existing.Count; missing > 0; missing--)
            {
                existing.Add(db.Meters.Add(new Meter()).Entity);
                db.Entry(existing[^1]).Property(meter => meter.WorkspaceId).CurrentValue = workspace;
            }

            existing.ForEach(meter => meter.Tick(TimeProvider.System.GetUtcNow()));
            await db.SaveChangesAsync();
        }
    }
}
