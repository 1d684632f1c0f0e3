using Carter;
using Flowstate.Contacts.Bulk;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Features.Contacts;
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
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Bulk;

/// <summary>
/// Does one thing to many contacts, in the background. Who they are is fixed here: those of them whom the caller may see. 422
/// <c>contacts.bulk-nobody</c>, <c>contacts.no-such-member</c>, <c>contacts.reason-required</c>; 403
/// <c>contacts.assign-not-allowed</c>, <c>contacts.force-not-allowed</c>; 400 <c>contacts.unknown-stage</c> and what the
/// list answers.
/// </summary>
internal static class StartBulk
{
    private static readonly Error Nobody = new(
        ErrorKind.Unprocessable,
        "contacts.bulk-nobody",
        "None of these contacts is there."
    );

    public static readonly Error AssignNotAllowed = new(
        ErrorKind.Forbidden,
        "contacts.assign-not-allowed",
        "You may not give contacts to others. Ask an owner or an admin."
    );

    private static readonly Error ForceNotAllowed = new(
        ErrorKind.Forbidden,
        "contacts.force-not-allowed",
        "You may not force a move. Ask an owner or an admin."
    );

    private static readonly Error NoSuchMember = new(
        ErrorKind.Unprocessable,
        "contacts.no-such-member",
        "There is no such member in this workspace."
    );

    internal sealed record Request : BulkBody, IRequest<Result<Response>>;

    /// <param name="Total">How many contacts are meant.</param>
    internal sealed record Response(Guid Id, Guid TaskId, int Total);

    internal sealed class Validator : BulkBodyValidator<Request>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/bulk",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToAccepted(started => $"/api/v1/tasks/{started.TaskId}")
                )
                .WithName(nameof(StartBulk))
                .Answers<Response>(StatusCodes.Status202Accepted)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, JobQueue jobs, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var order = await Order(request, cancellationToken);
            if (order.Error is { } refused)
            {
                return refused;
            }

            Audience? audience = null;
            if (request.Audience is { } asked)
            {
                var found = await asked.Audience(db, clock, cancellationToken);
                if (found.Error is { } wrong)
                {
                    return wrong;
                }

                audience = found.Value;
            }

            var (me, now) = (user.MemberId ?? Guid.Empty, clock.Moment());
            var change = BulkChange.Start(user.WorkspaceId, me, !user.SeesWholeWorkspace, order.Value, now);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            db.Add(change);
            db.Add(new BackgroundTask(change.Id, user.WorkspaceId, "contacts.bulk", user.MemberId, now));
            await db.SaveChangesAsync(cancellationToken);
            change.Mean(
                audience is null
                    ? await db.FixRows(change, request.Ids!, cancellationToken)
                    : await db.FixRows(change, audience, request.Except ?? [], cancellationToken)
            );
            if (change.Total == 0)
            {
                await transaction.RollbackAsync(cancellationToken);
                return Nobody;
            }

            await db.Audit(
                "changed-in-bulk",
                "contacts",
                change.Id,
                new
                {
                    request.Action,
                    request.Tags,
                    request.OwnerId,
                    request.To,
                    request.Force,
                    request.Reason,
                    request.Ids,
                    request.Audience,
                    request.Except,
                    change.Total,
                },
                cancellationToken
            );
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            var (workspace, id) = (user.WorkspaceId, change.Id);
            jobs.Enqueue<ChangeInBulk>(job => job.Run(workspace, id, CancellationToken.None));
            return new Response(id, id, change.Total);
        }

        private async Task<Result<BulkOrder>> Order(Request request, CancellationToken ct)
        {
            var action = Code.Read<BulkAction>(request.Action)!.Value;
            if (action == BulkAction.Assign && !user.Permissions.Contains(ContactsModule.Assign))
            {
                return AssignNotAllowed;
            }

            var owner = request.OwnerId;
            if (action == BulkAction.Assign && !await db.Members.AnyAsync(row => row.Id == owner, ct))
            {
                return NoSuchMember;
            }

            Stage? to = null;
            if (action == BulkAction.Move)
            {
                to = (await db.StageLabels(ct)).Read(request.To!, vocabulary: null);
                if (to is null)
                {
                    return new Error(
                        ErrorKind.Invalid,
                        "contacts.unknown-stage",
                        $"There is no stage \"{request.To}\"."
                    );
                }
            }

            if (request.Force && !user.Permissions.Contains(ContactsModule.ForceMove))
            {
                return ForceNotAllowed;
            }

            var reason = request.Reason.Tidy();
            return request.Force && reason?.Any(char.IsLetterOrDigit) != true
                ? Domain.Pipeline.ReasonRequired
                : new BulkOrder(action, request.TidyTags(), owner, to, request.Force, reason);
        }
    }
}
