using Flowstate.Shared.Identity;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Shared.Jobs;

/// <summary>
/// Where a 202 points: the state of long work, whichever module of this host does it. For who started it, and for those
/// who see the whole workspace.
/// </summary>
internal static class GetTask
{
    internal sealed record Response(
        Guid Id,
        string Kind,
        string State,
        long Done,
        long? Total,
        string? Error,
        DateTimeOffset CreatedAt,
        DateTimeOffset? FinishedAt
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/tasks/{id:guid}", Handle)
            .WithName(nameof(GetTask))
            .WithTags("platform")
            .Answers<Response>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization()
            .AllowKeys();

    private static async Task<IResult> Handle(
        Guid id,
        IEnumerable<ModuleDbContext> modules,
        CurrentUser user,
        CancellationToken ct
    )
    {
        var (all, me) = (user.SeesWholeWorkspace, user.MemberId);
        foreach (var module in modules)
        {
            var found = await module
                .Tasks.AsNoTracking()
                .Where(task => task.Id == id && (all || task.StartedBy == me))
                .Select(task => new Response(
                    task.Id,
                    task.Kind,
                    task.State,
                    task.Done,
                    task.Total,
                    task.Error,
                    task.CreatedAt,
                    task.FinishedAt
                ))
                .SingleOrDefaultAsync(ct);
            if (found is not null)
            {
                return ((Result<Response>)found).ToHttp();
            }
        }

        return Problems.From(new Error(ErrorKind.NotFound, "task-not-found", "There is no such task."));
    }
}
