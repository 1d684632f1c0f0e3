using Carter;
using Flowstate.Intelligence.Domain;
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

/// <summary>
/// Leaves out what is next for a contact for the rest of the member's day, with a reason. Unlike a snooze it dates nothing
/// anew: tomorrow it is back, and what was overdue is so by a day more.
/// </summary>
internal static class SkipNextAction
{
    internal sealed record Body(string Reason);

    internal sealed record Request(Guid ContactId, string Reason) : IRequest<Result<Response>>;

    /// <param name="Until">The member's next midnight.</param>
    internal sealed record Response(DateTimeOffset Until);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() =>
            RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why, in a few words.").Text(500);
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/next-actions/{contactId:guid}/skip",
                    async (Guid contactId, Body body, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(contactId, body.Reason), ct)).ToHttp()
                )
                .WithName(nameof(SkipNextAction))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(IntelligenceModule.Write);
    }

    internal sealed class Handler(IntelligenceDbContext db, PlanNextActions plan, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        private static readonly Error NothingToSkip = new(
            ErrorKind.NotFound,
            "intelligence.no-next-action",
            "There is nothing to skip for this contact."
        );

        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var (workspace, member, now) = (user.WorkspaceId, user.MemberId!.Value, clock.GetUtcNow());
            var (contactId, until, reason) = (
                request.ContactId,
                MemberDay.Around(now, user.TimeZone).End,
                request.Reason.Trim()
            );
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // Whoever is erased meanwhile is erased before the reason is written, or after.
            await db.Lock([contactId], cancellationToken);
            if (await db.Of(contactId, now, cancellationToken) is not { } action)
            {
                return NothingToSkip;
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
                    .ToListAsync(cancellationToken)
            ).Single();
            await plan.For([contactId], cancellationToken);
            // Without its follow-up nothing is dated anew: it is told for the timeline.
            db.Raise(new NextActionSnoozed(workspace, contactId, version, now, member, null, until, reason));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new Response(until);
        }
    }
}
