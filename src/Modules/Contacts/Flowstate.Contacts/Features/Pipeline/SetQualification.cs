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

namespace Flowstate.Contacts.Features.Pipeline;

/// <summary>Keeps what the prospect said: why, desired outcome, timeline and decision maker, 25 points each.</summary>
internal static class SetQualification
{
    internal sealed record Request : IRequest<Result<Versioned<Response>>>
    {
        [JsonIgnore]
        public Guid ContactId { get; init; }

        [JsonIgnore]
        public IfMatch IfMatch { get; init; }

        public string? Why { get; init; }

        public string? DesiredOutcome { get; init; }

        public string? Timeline { get; init; }

        public string? DecisionMaker { get; init; }
    }

    internal sealed record Response(int Score, long Version);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Why).Text(ContactLimits.Text);
            RuleFor(request => request.DesiredOutcome).Text(ContactLimits.Text);
            RuleFor(request => request.Timeline).Text(ContactLimits.Text);
            RuleFor(request => request.DecisionMaker).Text(ContactLimits.Text);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/{contactId:guid}/qualification",
                    async (
                        Guid contactId,
                        Request request,
                        IfMatch ifMatch,
                        IMediator mediator,
                        CancellationToken ct
                    ) => (await mediator.Send(request with { ContactId = contactId, IfMatch = ifMatch }, ct)).ToHttp()
                )
                .WithName(nameof(SetQualification))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, TimeProvider clock)
        : IRequestHandler<Request, Result<Versioned<Response>>>
    {
        public async Task<Result<Versioned<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (request.IfMatch.Version is not { } version)
            {
                return IfMatch.Missing;
            }

            return await db.Change<Versioned<Response>>(
                request.ContactId,
                contact =>
                {
                    if (contact.Version != version)
                    {
                        return db.StaleVersion.With("current", contact.Qualification);
                    }

                    contact.Qualify(
                        new Qualification(
                            request.Why.Tidy(),
                            request.DesiredOutcome.Tidy(),
                            request.Timeline.Tidy(),
                            request.DecisionMaker.Tidy()
                        ),
                        clock.Moment()
                    );
                    return new Versioned<Response>(
                        new Response(contact.Qualification.Score, contact.Version),
                        contact.Version
                    );
                },
                cancellationToken
            );
        }
    }
}
