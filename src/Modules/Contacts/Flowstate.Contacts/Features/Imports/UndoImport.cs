using Carter;
using Flowstate.Contacts.Imports;
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

namespace Flowstate.Contacts.Features.Imports;

/// <summary>
/// Takes an import back: whom it brought in is put away again, and whom it changed gets back the values it replaced, unless
/// somebody has changed them since. Asked twice it is one undo. 409 <c>contacts.import-not-over</c>,
/// <c>contacts.import-too-old</c> after 30 days.
/// </summary>
internal static class UndoImport
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly Error NotOver = new(
        ErrorKind.Conflict,
        "contacts.import-not-over",
        "There is nothing to undo yet: this import has not run to its end."
    );

    private static readonly Error TooOld = new(
        ErrorKind.Conflict,
        "contacts.import-too-old",
        "An import can be undone for 30 days."
    );

    internal sealed record Request(Guid ImportId) : IRequest<Result<Response>>;

    internal sealed record Response(Guid TaskId);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/imports/{importId:guid}/undo",
                    async (Guid importId, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(importId), ct)).ToAccepted(started =>
                            $"/api/v1/tasks/{started.TaskId}"
                        )
                )
                .WithName(nameof(UndoImport))
                .Answers<Response>(StatusCodes.Status202Accepted)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Import);
    }

    /// <summary>Until when an import can be undone; null where it has not ended, or is undone already.</summary>
    public static DateTimeOffset? Until(Import import) =>
        import.State is ImportState.Done or ImportState.Failed ? import.FinishedAt + Longest : null;

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, JobQueue jobs, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.LockOwnImport(request.ImportId, cancellationToken) is not { } import)
            {
                return ImportReads.NotFound;
            }

            var now = clock.Moment();
            if (import.UndoTaskId is null)
            {
                if (Until(import) is not { } until)
                {
                    return NotOver;
                }

                if (now > until)
                {
                    return TooOld;
                }

                var task = Guid.CreateVersion7(now);
                import.Undo(task, now);
                db.Add(new BackgroundTask(task, user.WorkspaceId, "contacts.import-undo", user.MemberId, now));
                await db.Audit("import-undone", "imports", import.Id, new { }, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            // Enqueued twice it does no harm: each chunk is fenced by the row it expects.
            var (workspace, id) = (user.WorkspaceId, import.Id);
            jobs.Enqueue<TakeBackImport>(job => job.Run(workspace, id, CancellationToken.None));
            return new Response(import.UndoTaskId!.Value);
        }
    }
}
