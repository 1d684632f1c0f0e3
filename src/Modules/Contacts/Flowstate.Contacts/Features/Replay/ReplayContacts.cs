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

namespace Flowstate.Contacts.Features.Replay;

/// <summary>Tells every contact of the workspace again, as a snapshot, so that a new subscriber can fill itself.</summary>
internal static class ReplayContacts
{
    internal sealed record Request : IRequest<Result<Response>>;

    internal sealed record Response(Guid TaskId);

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
            var task = new BackgroundTask(Guid.CreateVersion7(now), user.WorkspaceId, "contacts.replay", now);
            db.Add(task);
            await db.SaveChangesAsync(cancellationToken);
            var (workspace, id) = (user.WorkspaceId, task.Id);
            jobs.Enqueue<TellSnapshots>(job => job.Run(workspace, id, CancellationToken.None));
            return new Response(id);
        }
    }
}
