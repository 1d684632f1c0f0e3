using Carter;
using Flowstate.Contacts.Jobs;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Replay;

/// <summary>Tells every contact of the workspace again, as a snapshot, so that a new subscriber can fill itself.</summary>
internal static class ReplayContacts
{
    internal sealed record Request : IRequest<Result<Response>>;

    internal sealed record Response(Guid TaskId);

    private const string Kind = "contacts.replay";

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/replay",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToAccepted(started =>
                            $"/api/v1/tasks/{started.TaskId}"
                        )
                )
                .WithName(nameof(ReplayContacts))
                .Answers<Response>(StatusCodes.Status202Accepted)
                .RequirePermission(ContactsModule.Replay);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, JobQueue jobs, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var now = clock.Moment();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await Running(now, cancellationToken) is { } running)
            {
                return new Response(running);
            }

            var task = new BackgroundTask(Guid.CreateVersion7(now), user.WorkspaceId, Kind, user.MemberId, now);
            db.Add(task);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            var (workspace, id) = (user.WorkspaceId, task.Id);
            jobs.Enqueue<TellSnapshots>(job => job.Run(workspace, id, CancellationToken.None));
            return new Response(id);
        }

        // One at a time per workspace: each tells every contact, and all workspaces share the inboxes. One that has not
        // moved on for an hour lost its host and is not waited for.
        private async Task<Guid?> Running(DateTimeOffset now, CancellationToken ct)
        {
            await db.Database.ExecuteSqlAsync(
                $"select pg_advisory_xact_lock(hashtextextended({$"{Kind} {user.WorkspaceId}"}, 0))",
                ct
            );
            return await db
                .Tasks.Where(task => task.Kind == Kind && task.FinishedAt == null && task.CreatedAt > now.AddHours(-1))
                .Select(task => (Guid?)task.Id)
                .FirstOrDefaultAsync(ct);
        }
    }
}
