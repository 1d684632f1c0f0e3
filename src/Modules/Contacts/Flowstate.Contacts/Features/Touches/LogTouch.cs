using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Features.FollowUps;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Touches;

/// <summary>
/// Logs a touch: the next one counts from this one. A client id makes it idempotent; a follow-up it was done for is
/// completed by it. 404 <c>contacts.follow-up-not-found</c> if that is not one of the contact.
/// </summary>
internal static class LogTouch
{
    internal sealed record Request : IRequest<Result<Response>>
    {
        [JsonIgnore]
        public Guid ContactId { get; init; }

        /// <summary>The client's own id: sent twice, it is one touch.</summary>
        public Guid? Id { get; init; }

        public string Channel { get; init; } = "";

        public string? Direction { get; init; }

        public string? Outcome { get; init; }

        public string? Note { get; init; }

        public DateTimeOffset? At { get; init; }

        public Guid? FollowUpId { get; init; }
    }

    internal sealed record Response(Guid Id, DateTimeOffset? NextTouchAt);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(request => request.Channel).NotEmpty().OneOf(Code.All<Channel>());
            RuleFor(request => request.Direction).OneOf(Code.All<Direction>());
            RuleFor(request => request.Outcome).OneOf(Code.All<Outcome>());
            RuleFor(request => request.Note).Text(ContactLimits.Text);
            RuleFor(request => request.At).Past(clock);
        }
    }

    private static readonly Error TouchIdTaken = new(
        ErrorKind.Conflict,
        "contacts.touch-id-taken",
        "A touch of another contact has this id. Give every touch an id of its own."
    );

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/{contactId:guid}/touches",
                    async (Guid contactId, Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { ContactId = contactId }, ct)).ToCreated(_ =>
                            $"/api/v1/contacts/{contactId}/timeline"
                        )
                )
                .WithName(nameof(LogTouch))
                .Answers<Response>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var stamp = user.Stamp(clock);
            return await db.Change<Response>(
                request.ContactId,
                async contact =>
                {
                    if (request.FollowUpId is { } followUp && !await IsOf(contact, followUp, cancellationToken))
                    {
                        return CompleteFollowUp.NotFound;
                    }

                    var touch = Touch.Log(
                        contact,
                        request.Id ?? Guid.CreateVersion7(stamp.Now),
                        Code.Read<Channel>(request.Channel)!.Value,
                        Code.Read<Direction>(request.Direction) ?? Direction.Out,
                        Code.Read<Outcome>(request.Outcome) ?? Outcome.Reached,
                        request.Note.Tidy(),
                        request.At?.Kept() ?? stamp.Now,
                        stamp
                    );
                    if (!await Insert(touch, cancellationToken))
                    {
                        if (!await db.TouchReceipts.AnyAsync(Same(touch), cancellationToken))
                        {
                            return TouchIdTaken;
                        }
                    }
                    else
                    {
                        // Read under the contact's lock: a cadence changed meanwhile has re-dated it, or will.
                        var method = await db.Method(contact.OwnerId, cancellationToken);
                        contact.LogTouch(touch, request.FollowUpId, method, stamp);
                    }

                    return new Response(touch.Id, contact.Rhythm.NextTouchAt);
                },
                cancellationToken
            );
        }

        private static Expression<Func<TouchReceipt, bool>> Same(Touch touch) =>
            row => row.Id == touch.Id && row.ContactId == touch.ContactId;

        private async Task<bool> IsOf(Contact contact, Guid followUpId, CancellationToken ct) =>
            contact.OpenFollowUps.Any(open => open.Id == followUpId)
            || await db.FollowUps.AnyAsync(row => row.Id == followUpId && row.ContactId == contact.Id, ct);

        // The key decides who was first, not a look before the write.
        private async Task<bool> Insert(Touch touch, CancellationToken ct) =>
            await db.Database.ExecuteSqlAsync(
                $"""
                with receipt as (
                  insert into contacts.touch_receipts (workspace_id, id, contact_id)
                  values ({touch.WorkspaceId}, {touch.Id}, {touch.ContactId})
                  on conflict (workspace_id, id) do nothing
                  returning workspace_id, id, contact_id)
                insert into contacts.touches
                  (workspace_id, id, contact_id, channel, direction, outcome, note, at, by_member_id, logged_at)
                select receipt.*, {Code.Of(touch.Channel)}, {Code.Of(touch.Direction)}, {Code.Of(touch.Outcome)},
                  {touch.Note}, {touch.At}, {touch.ByMemberId}, {touch.LoggedAt}
                from receipt
                """,
                ct
            ) == 1;
    }
}
