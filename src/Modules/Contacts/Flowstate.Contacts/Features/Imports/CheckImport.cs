using System.Text.Json.Serialization;
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

namespace Flowstate.Contacts.Features.Imports;

/// <summary>
/// Works out what each row would come to and writes no contact: the import's counts and rows are then foreseen ones. Asked
/// again, it begins anew. 409 <c>contacts.import-begun</c> once it runs, and what <see cref="OwnColumns"/> refuses.
/// </summary>
internal static class CheckImport
{
    public static readonly Error Begun = new(
        ErrorKind.Conflict,
        "contacts.import-begun",
        "This import has begun: there is nothing to look at beforehand any more."
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
                    "/imports/{importId:guid}/check",
                    async (Guid importId, Request? request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send((request ?? new Request()) with { ImportId = importId }, ct)).ToAccepted(
                            started => $"/api/v1/tasks/{started.TaskId}"
                        )
                )
                .WithName(nameof(CheckImport))
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

            if (!import.IsWaiting)
            {
                return Begun;
            }

            var now = clock.Moment();
            var check = Guid.CreateVersion7(now);
            request.Choose(import);
            if (await OwnColumns.Wrong(db, import, cancellationToken) is { } wrong)
            {
                return wrong;
            }

            import.Check(check, now);
            db.Add(new BackgroundTask(check, user.WorkspaceId, "contacts.import-check", user.MemberId, now));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            var (workspace, id) = (user.WorkspaceId, import.Id);
            jobs.Enqueue<ForeseeImport>(job => job.Run(workspace, id, check, CancellationToken.None));
            return new Response(check);
        }
    }
}
