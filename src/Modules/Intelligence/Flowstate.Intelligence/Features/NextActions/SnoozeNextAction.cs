using Carter;
using Flowstate.Intelligence.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Features.NextActions;

/// <summary>Puts off what is next for a contact. A touch or a fact before then ends the snooze.</summary>
internal static class SnoozeNextAction
{
    private static readonly Error NothingToSnooze = new(
        ErrorKind.NotFound,
        "intelligence.no-next-action",
        "There is nothing to put off for this contact."
    );

    internal sealed record Body(DateTimeOffset Until, string? Reason = null);

    internal sealed record Request(Guid ContactId, DateTimeOffset Until, string? Reason) : IRequest<Result<Done>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(request => request.Until)
                .Must(until => until > clock.GetUtcNow() && until < clock.GetUtcNow().AddYears(2))
                .WithMessage("Choose a time ahead, within two years.");
            RuleFor(request => request.Reason).Text(500);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/next-actions/{contactId:guid}/snooze",
                    async (Guid contactId, Body body, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(contactId, body.Until, body.Reason), ct)).ToHttp()
                )
                .WithName(nameof(SnoozeNextAction))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(IntelligenceModule.Write);
    }

    internal sealed class Handler(IntelligenceDbContext db, PlanNextActions plan, TimeProvider clock)
        : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken ct)
        {
            var (workspace, member, now) = (db.User.WorkspaceId, db.User.MemberId!.Value, clock.GetUtcNow());
            var (contactId, until, reason) = (request.ContactId, request.Until.ToUniversalTime(), request.Reason);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            // Whoever is erased meanwhile is erased before the reason is written, or after.
            await db.Lock([contactId], ct);
            if (await db.Of(contactId, now, ct) is not { } action)
            {
                return NothingToSnooze;
            }

            var version = (
                await db
                    .Database.SqlQuery<long>(
                        $"""
                        insert into intelligence.snoozes (workspace_id, contact_id, version, at, until, member_id, follow_up_id, reason)
                        values ({workspace}, {contactId}, 1, {now}, {until}, {member}, {action.FollowUpId}, {reason})
                        on conflict (workspace_id, contact_id) do update set
                          version = snoozes.version + 1, at = excluded.at, until = excluded.until,
                          member_id = excluded.member_id, follow_up_id = excluded.follow_up_id, reason = excluded.reason
                        returning version as "Value"
                        """
                    )
                    .ToListAsync(ct)
            ).Single();
            await plan.For([contactId], ct);
            db.Raise(
                new NextActionSnoozed(workspace, contactId, version, now, member, action.FollowUpId, until, reason)
            );
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return default(Done);
        }
    }
}
