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

namespace Flowstate.Contacts.Features.FollowUps;

/// <summary>Puts a follow-up on the list; one with <c>repeatEveryDays</c> plans its next when it is done.</summary>
internal static class ScheduleFollowUp
{
    internal sealed record Request : IRequest<Result<Response>>
    {
        [JsonIgnore]
        public Guid ContactId { get; init; }

        public string Title { get; init; } = "";

        public DateTimeOffset DueAt { get; init; }

        public int? RepeatEveryDays { get; init; }
    }

    internal sealed record Response(Guid Id);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(request => request.Title)
                .NotEmpty()
                .WithMessage("Say what is to be done.")
                .Text(ContactLimits.Line);
            RuleFor(request => request.DueAt).Planned(clock);
            RuleFor(request => request.RepeatEveryDays).InclusiveBetween(1, 730);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/{contactId:guid}/follow-ups",
                    async (Guid contactId, Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { ContactId = contactId }, ct)).ToCreated(_ =>
                            $"/api/v1/contacts/{contactId}"
                        )
                )
                .WithName(nameof(ScheduleFollowUp))
                .Answers<Response>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken) =>
            db.Change<Response>(
                request.ContactId,
                contact => new Response(
                    contact
                        .Schedule(
                            request.Title.Trim(),
                            request.DueAt.Kept(),
                            request.RepeatEveryDays,
                            user.Stamp(clock)
                        )
                        .Id
                ),
                cancellationToken
            );
    }
}
