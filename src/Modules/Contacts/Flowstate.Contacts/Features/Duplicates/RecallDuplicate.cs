using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Duplicates;

/// <summary>Takes a dismissal back: the pair is shown again while it has reasons.</summary>
internal static class RecallDuplicate
{
    internal sealed record Request(Guid LeftId, Guid RightId) : IRequest<Result<Done>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.LeftId).NotEmpty();
            RuleFor(request => request.RightId).NotEmpty().NotEqual(request => request.LeftId);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/duplicates/recall",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(RecallDuplicate))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db) : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            Guid[] ids = [request.LeftId, request.RightId];
            if (await db.Contacts.CountAsync(contact => ids.Contains(contact.Id), cancellationToken) < ids.Length)
            {
                return ContactWrites.NotFound;
            }

            await db.Database.ExecuteSqlAsync(
                $"""
                update contacts.duplicate_pairs set dismissed_at = null, dismissed_by = null
                where workspace_id = {db.User.WorkspaceId} and left_id = least({request.LeftId}, {request.RightId})
                  and right_id = greatest({request.LeftId}, {request.RightId})
                """,
                cancellationToken
            );
            return default(Done);
        }
    }
}
