using System.Text.Json.Serialization;
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

namespace Flowstate.Contacts.Features.FollowUps;

/// <summary>Puts an open follow-up off. 409 <c>contacts.follow-up-closed</c> if it is done already.</summary>
internal static class SnoozeFollowUp
{
    private static readonly Error Closed = new(
        ErrorKind.Conflict,
        "contacts.follow-up-closed",
        "This follow-up is done already."
    );

    internal sealed record Request : IRequest<Result<FollowUpItem>>
    {
        [JsonIgnore]
        public Guid ContactId { get; init; }

        [JsonIgnore]
        public Guid FollowUpId { get; init; }

        public DateTimeOffset Until { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator(TimeProvider clock) =>
            RuleFor(request => request.Until)
                .Planned(clock)
                .Must(until => until > clock.GetUtcNow())
                .WithMessage("Choose a time that is still to come.");
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/{contactId:guid}/follow-ups/{followUpId:guid}/snooze",
                    async (
                        Guid contactId,
                        Guid followUpId,
                        Request request,
                        IMediator mediator,
                        CancellationToken ct
                    ) =>
                        (
                            await mediator.Send(request with { ContactId = contactId, FollowUpId = followUpId }, ct)
                        ).ToHttp()
                )
                .WithName(nameof(SnoozeFollowUp))
                .Answers<FollowUpItem>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<FollowUpItem>>
    {
        public Task<Result<FollowUpItem>> Handle(Request request, CancellationToken cancellationToken) =>
            db.Change<FollowUpItem>(
                request.ContactId,
                async contact =>
                {
                    if (
                        contact.SnoozeFollowUp(request.FollowUpId, request.Until.Kept(), user.Stamp(clock)) is
                        { } snoozed
                    )
                    {
                        return FollowUpItem.Of(snoozed);
                    }

                    var known = await db.FollowUps.AnyAsync(
                        row => row.Id == request.FollowUpId && row.ContactId == contact.Id,
                        cancellationToken
                    );
                    return known ? Closed : CompleteFollowUp.NotFound;
                },
                cancellationToken
            );
    }
}
