using System.Text.Json.Serialization;
using Carter;
using Flowstate.Contacts.Domain;
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

/// <summary>Takes a follow-up off the list. Done twice, it answers the first time's result.</summary>
internal static class CompleteFollowUp
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "contacts.follow-up-not-found",
        "This contact has no such follow-up."
    );

    internal sealed record Request : IRequest<Result<FollowUpItem>>
    {
        [JsonIgnore]
        public Guid ContactId { get; init; }

        [JsonIgnore]
        public Guid FollowUpId { get; init; }

        public string? Note { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Note).Text(ContactLimits.Text);
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/{contactId:guid}/follow-ups/{followUpId:guid}/complete",
                    async (
                        Guid contactId,
                        Guid followUpId,
                        Request? request,
                        IMediator mediator,
                        CancellationToken ct
                    ) =>
                        (
                            await mediator.Send(
                                (request ?? new Request()) with
                                {
                                    ContactId = contactId,
                                    FollowUpId = followUpId,
                                },
                                ct
                            )
                        ).ToHttp()
                )
                .WithName(nameof(CompleteFollowUp))
                .Answers<FollowUpItem>()
                .ProducesProblem(StatusCodes.Status404NotFound)
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
                    if (contact.CompleteFollowUp(request.FollowUpId, request.Note.Tidy(), user.Stamp(clock)))
                    {
                        return FollowUpItem.Of(contact.FollowUps.Single(done => done.Id == request.FollowUpId));
                    }

                    var closed = await db
                        .FollowUps.AsNoTracking()
                        .SingleOrDefaultAsync(
                            row => row.Id == request.FollowUpId && row.ContactId == contact.Id,
                            cancellationToken
                        );
                    return closed is null ? NotFound : FollowUpItem.Of(closed);
                },
                cancellationToken
            );
    }
}
