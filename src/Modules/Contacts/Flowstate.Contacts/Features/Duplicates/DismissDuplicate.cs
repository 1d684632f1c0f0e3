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

/// <summary>They are two people: the pair is not shown again. 404 where the member does not see both.</summary>
internal static class DismissDuplicate
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
                    "/duplicates/dismiss",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(DismissDuplicate))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            Guid[] ids = [request.LeftId, request.RightId];
            if (await db.Contacts.CountAsync(contact => ids.Contains(contact.Id), cancellationToken) < ids.Length)
            {
                return ContactWrites.NotFound;
            }

            var stamp = user.Stamp(clock);
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into contacts.duplicate_pairs (workspace_id, left_id, right_id, strength, dismissed_at, dismissed_by)
                values ({user.WorkspaceId}, least({request.LeftId}, {request.RightId}),
                  greatest({request.LeftId}, {request.RightId}), 0, {stamp.Now}, {stamp.By})
                on conflict (workspace_id, left_id, right_id)
                do update set dismissed_at = excluded.dismissed_at, dismissed_by = excluded.dismissed_by
                """,
                cancellationToken
            );
            return default(Done);
        }
    }
}
