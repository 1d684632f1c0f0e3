using Carter;
using Flowstate.Contacts.Bulk;
using Flowstate.Contacts.Jobs;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Bulk;

/// <summary>
/// Takes a change in bulk back: tags, owners, stages and deleted contacts are again what they were, unless somebody has
/// changed them since. Asked twice it is one undo. 409 <c>contacts.bulk-not-over</c>, <c>contacts.bulk-too-old</c> after 30
/// days.
/// </summary>
internal static class UndoBulk
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly Error NotOver = new(
        ErrorKind.Conflict,
        "contacts.bulk-not-over",
        "There is nothing to undo yet: this change has not run to its end."
    );

    private static readonly Error TooOld = new(
        ErrorKind.Conflict,
        "contacts.bulk-too-old",
        "A change can be undone for 30 days."
    );

    private static readonly Error NotSeen = new(
        ErrorKind.Forbidden,
        "contacts.bulk-undo-not-allowed",
        "This change was made over the whole workspace, which your role does not see any more."
    );

    internal sealed record Request(Guid BulkId) : IRequest<Result<Response>>;

    internal sealed record Response(Guid TaskId);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/bulk/{bulkId:guid}/undo",
                    async (Guid bulkId, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(bulkId), ct)).ToAccepted(started =>
                            $"/api/v1/tasks/{started.TaskId}"
                        )
                )
                .WithName(nameof(UndoBulk))
                .Answers<Response>(StatusCodes.Status202Accepted)
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Write);
    }

    /// <summary>Until when a change can be undone; null where it has not ended, or is undone already.</summary>
    public static DateTimeOffset? Until(BulkChange change) =>
        change.State is BulkState.Done or BulkState.Failed ? change.FinishedAt + Longest : null;

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, JobQueue jobs, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.LockOwnBulk(request.BulkId, cancellationToken) is not { } change)
            {
                return BulkReads.NotFound;
            }

            // Who undoes may do now what the change did, whatever was allowed when it began.
            if (change.Action == BulkAction.Assign && !user.Permissions.Contains(ContactsModule.Assign))
            {
                return StartBulk.AssignNotAllowed;
            }

            if (!change.OnlyOwn && !user.SeesWholeWorkspace)
            {
                return NotSeen;
            }

            var now = clock.Moment();
            if (change.UndoTaskId is null)
            {
                if (Until(change) is not { } until)
                {
                    return NotOver;
                }

                if (now > until)
                {
                    return TooOld;
                }

                var task = Guid.CreateVersion7(now);
                change.Undo(task, user.MemberId, now);
                db.Add(new BackgroundTask(task, user.WorkspaceId, "contacts.bulk-undo", user.MemberId, now));
                await db.Audit("undone-in-bulk", "contacts", change.Id, new { change.Action }, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            // Enqueued twice it does no harm: each chunk is fenced by the row it expects.
            var (workspace, id) = (user.WorkspaceId, change.Id);
            jobs.Enqueue<ChangeInBulk>(job => job.Run(workspace, id, CancellationToken.None));
            return new Response(change.UndoTaskId!.Value);
        }
    }
}
