using System.Text.Json.Serialization;
using Carter;
using Flowstate.Contacts.Jobs;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>
/// Starts an uploaded import, checked or not. Started twice it is still one import. 409 <c>contacts.import-over</c>, and what
/// <see cref="OwnColumns"/> refuses.
/// </summary>
internal static class RunImport
{
    private static readonly Error Over = new(
        ErrorKind.Conflict,
        "contacts.import-over",
        "This import is already done. Upload the file again to import it once more."
    );

    internal sealed record Request : ImportChoices, IRequest<Result<Response>>
    {
        [JsonIgnore]
        public Guid ImportId { get; init; }
    }

    internal sealed record Response(Guid TaskId);

    internal sealed class Validator : ImportChoicesValidator<Request>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/imports/{importId:guid}/start",
                    async (Guid importId, Request? request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send((request ?? new Request()) with { ImportId = importId }, ct)).ToAccepted(
                            started => $"/api/v1/tasks/{started.TaskId}"
                        )
                )
                .WithName(nameof(RunImport))
                .Answers<Response>(StatusCodes.Status202Accepted)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Import);
    }

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

            if (import.IsOver)
            {
                return Over;
            }

            if (import.IsWaiting)
            {
                var now = clock.Moment();
                request.Choose(import);
                if (await OwnColumns.Wrong(db, import, cancellationToken) is { } wrong)
                {
                    return wrong;
                }

                import.Queue(now);
                db.Add(new BackgroundTask(import.Id, user.WorkspaceId, "contacts.import", user.MemberId, now));
                await db.Audit("import-started", "imports", import.Id, new { import.Existing }, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            // Enqueued twice it does no harm: each chunk is fenced by the row it expects.
            var (workspace, id) = (user.WorkspaceId, import.Id);
            jobs.Enqueue<ImportContacts>(job => job.Run(workspace, id, CancellationToken.None));
            return new Response(id);
        }
    }
}
