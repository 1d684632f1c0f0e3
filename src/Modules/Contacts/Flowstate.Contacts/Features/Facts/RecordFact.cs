using System.Text.Json;
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

namespace Flowstate.Contacts.Features.Facts;

/// <summary>
/// Records a fact and sets its automation in motion. Idempotent by <c>eventId</c> in the workspace: told again, however
/// often and at once, it answers 200 with the first one's id and changes nothing.
/// </summary>
internal static class RecordFact
{
    internal sealed record Request : IRequest<Result<Response>>
    {
        [JsonIgnore]
        public Guid ContactId { get; init; }

        /// <summary>The sender's id of the event.</summary>
        public string EventId { get; init; } = "";

        /// <summary>DM_STARTED, INVITE_SENT, VIDEO_SENT, MEETING_BOOKED, MEETING_HELD, NO_SHOW, FOLLOW_UP_DONE, …</summary>
        public string Type { get; init; } = "";

        public DateTimeOffset? At { get; init; }

        public string? Source { get; init; }

        public JsonElement? Properties { get; init; }

        public JsonElement? Utm { get; init; }

        public JsonElement? Consent { get; init; }
    }

    internal sealed record Response(Guid Id, bool Duplicate);

    private static readonly Error EventIdTaken = new(
        ErrorKind.Conflict,
        "contacts.event-id-taken",
        "Another fact has this event id. Give every fact an id of its own."
    );

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(request => request.EventId).NotEmpty().WithMessage("A fact needs its event id.").Text(200);
            RuleFor(request => request.Type).NotEmpty().OneOf(FactTypes.Codes);
            RuleFor(request => request.Source).OneOf(FactTypes.Sources);
            RuleFor(request => request.At).Past(clock);
            RuleFor(request => request.Properties).SmallJson();
            RuleFor(request => request.Utm).SmallJson();
            RuleFor(request => request.Consent).SmallJson();
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/{contactId:guid}/facts",
                    async (Guid contactId, Request request, IMediator mediator, CancellationToken ct) =>
                    {
                        var result = await mediator.Send(request with { ContactId = contactId }, ct);
                        return result is { IsSuccess: true, Value.Duplicate: true }
                            ? result.ToHttp()
                            : result.ToCreated(_ => $"/api/v1/contacts/{contactId}/timeline");
                    }
                )
                .WithName(nameof(RecordFact))
                .Answers<Response>(StatusCodes.Status201Created)
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            // Most repeats come long after the first: they are answered without queueing for the contact's lock.
            if (await First(request, cancellationToken) is { } known)
            {
                return known;
            }

            var stamp = user.Stamp(clock);
            var at = request.At?.Kept() ?? stamp.Now;
            var source = request.Source ?? "manual";
            return await db.Change<Response>(
                request.ContactId,
                async contact =>
                {
                    var told = new ToldFact(
                        request.EventId,
                        FactTypes.Read(request.Type)!.Value,
                        at,
                        source,
                        Raw(request.Properties),
                        Raw(request.Utm),
                        Raw(request.Consent)
                    );
                    return await db.Record(contact, told, stamp, cancellationToken) is { } id
                        ? new Response(id, Duplicate: false)
                        : (await First(request, cancellationToken))!.Value;
                },
                cancellationToken
            );
        }

        // The same fact told again, or, under an id that another one has, a refusal that says nothing of the other.
        private async Task<Result<Response>?> First(Request request, CancellationToken ct)
        {
            var type = FactTypes.Read(request.Type)!.Value;
            var known = await db
                .FactReceipts.Where(fact => fact.EventId == request.EventId)
                .Where(_ => db.Contacts.Any(contact => contact.Id == request.ContactId))
                .Select(fact => new { fact.Id, IsSame = fact.ContactId == request.ContactId && fact.Type == type })
                .SingleOrDefaultAsync(ct);
            return known is null ? null
                : known.IsSame ? new Response(known.Id, Duplicate: true)
                : EventIdTaken;
        }

        private static string? Raw(JsonElement? json) => json?.GetRawText();
    }
}
