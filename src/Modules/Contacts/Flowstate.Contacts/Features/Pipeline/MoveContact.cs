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

/// <summary>
/// Moves a contact by the rules. The target is a code, a label of the workspace or one of any vocabulary. 409 <c>contacts.gate-closed</c>
/// with what is <c>missing</c>, 409 <c>contacts.impossible-move</c>, 422 <c>contacts.reason-required</c>, 400
/// <c>contacts.unknown-stage</c>, 403 <c>contacts.force-not-allowed</c>.
/// </summary>
internal static class MoveContact
{
    private static readonly Error ForceNotAllowed = new(
        ErrorKind.Forbidden,
        "contacts.force-not-allowed",
        "You may not force a move. Ask an owner or an admin."
    );

    internal sealed record Request : IRequest<Result<Response>>
    {
        [JsonIgnore]
        public Guid ContactId { get; init; }

        public string To { get; init; } = "";

        /// <summary>flowstate, frazer, recruiting or sales: what <c>to</c> speaks and the answer's label will.</summary>
        public string? Vocabulary { get; init; }

        public string? Reason { get; init; }

        public bool Force { get; init; }
    }

    /// <param name="Missing">What the gate wanted: it was forced, or the workspace lets it advise only.</param>
    internal sealed record Response(
        Guid Id,
        Stage From,
        Stage To,
        string ToLabel,
        long Version,
        IReadOnlyList<Missing> Missing,
        IReadOnlyList<FollowUpItem> FollowUps
    );

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.To).NotEmpty().WithMessage("Say where to.").Text(100);
            RuleFor(request => request.Vocabulary).OneOf([.. Vocabularies.Names]);
            RuleFor(request => request.Reason).Text(ContactLimits.Text);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/{contactId:guid}/moves",
                    async (Guid contactId, Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { ContactId = contactId }, ct)).ToHttp()
                )
                .WithName(nameof(MoveContact))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var labels = await db.StageLabels(cancellationToken);
            if (labels.Read(request.To, request.Vocabulary) is not { } to)
            {
                return new Error(
                    ErrorKind.Invalid,
                    "contacts.unknown-stage",
                    Vocabularies.IsNoShow(request.To)
                        ? "No-show is a fact, not a stage: record NO_SHOW."
                        : $"There is no stage \"{request.To}\"."
                );
            }

            if (request.Force && !user.Permissions.Contains(ContactsModule.ForceMove))
            {
                return ForceNotAllowed;
            }

            return await db.Change<Response>(
                request.ContactId,
                async contact =>
                {
                    var before = contact.FollowUps.Count;
                    var method = await db.Method(contact.OwnerId, cancellationToken);
                    var wanted = contact.MissingForNext(method.Gates) ?? [];
                    return contact
                        .MoveTo(to, request.Force, request.Reason.Tidy(), method, user.Stamp(clock))
                        .Then(move =>
                        {
                            db.Add(move);
                            return new Response(
                                contact.Id,
                                move.From!.Value,
                                to,
                                labels.Of(to, request.Vocabulary),
                                contact.Version,
                                [.. wanted.Where(missing => move.Missing.Contains(missing.Code))],
                                [.. contact.FollowUps.Skip(before).Select(FollowUpItem.Of)]
                            );
                        });
                },
                cancellationToken
            );
        }
    }
}
