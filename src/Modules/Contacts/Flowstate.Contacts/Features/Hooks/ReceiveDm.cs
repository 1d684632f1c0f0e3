using System.Text.Json;
using System.Text.Json.Serialization;
using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Hooks;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Hooks;

/// <summary>
/// A conversation in another program, told by a signed webhook: the contact is found by handle, mail or number, or made,
/// and the fact recorded once. 401 <c>contacts.hook-unverified</c> for whatever is wrong with the signature.
/// </summary>
internal static class ReceiveDm
{
    internal sealed record Request(SignedDelivery Delivery) : IRequest<Result<HookAnswer>>;

    internal sealed record Message
    {
        /// <summary>The sender's id of the event: told again, in whichever delivery, it is one fact.</summary>
        [JsonPropertyName("event_id")]
        public string? EventId { get; init; }

        /// <summary>ig, messenger, whatsapp, web, ads, manual or other.</summary>
        [JsonPropertyName("channel")]
        public string Channel { get; init; } = "";

        [JsonPropertyName("handle")]
        public string? Handle { get; init; }

        [JsonPropertyName("name")]
        public string? Name { get; init; }

        [JsonPropertyName("email")]
        public string? Email { get; init; }

        [JsonPropertyName("phone")]
        public string? Phone { get; init; }

        [JsonPropertyName("text")]
        public string? Text { get; init; }

        /// <summary>in (they wrote) or out.</summary>
        [JsonPropertyName("direction")]
        public string? Direction { get; init; }

        /// <summary>A fact of the catalogue, such as NO_SHOW or UNSUBSCRIBED; without one DM_STARTED.</summary>
        [JsonPropertyName("type")]
        public string? Type { get; init; }

        [JsonPropertyName("at")]
        public DateTimeOffset? At { get; init; }

        public InboundPerson Person() =>
            new()
            {
                Name = Name.Tidy(),
                Channel = Channel,
                Handle = Handle?.Trim().TrimStart('@').Tidy(),
                Email = Email.Tidy(),
                Phone = Phone.Tidy(),
                Source = Channel,
            };
    }

    internal sealed class Validator : AbstractValidator<Message>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(message => message.EventId).EventId();
            RuleFor(message => message.Channel).NotEmpty().OneOf(FactTypes.Sources);
            RuleFor(message => message.Handle).Text(ContactLimits.Line);
            RuleFor(message => message.Handle)
                .Must((message, _) => message.Person().IsNamed)
                .WithMessage("Say who it is: a handle in ig, messenger or whatsapp, a mail address or a phone number.");
            RuleFor(message => message.Name).Text(ContactLimits.Name);
            RuleFor(message => message.Email).HookMail();
            RuleFor(message => message.Phone).HookPhone();
            RuleFor(message => message.Text).Text(ContactLimits.Text);
            RuleFor(message => message.Direction).OneOf("in", "out");
            RuleFor(message => message.Type).OneOf(FactTypes.Codes);
            RuleFor(message => message.At).Past(clock);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app)
        {
            Map(app, "/hooks/dm/{source}", nameof(ReceiveDm));
            Map(app, "/hooks/dm", nameof(ReceiveDm) + "OfSource");
        }

        private static void Map(IEndpointRouteBuilder app, string path, string name) =>
            app.MapPost(
                    path,
                    async (SignedDelivery delivery, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(delivery), ct)).ToHttp()
                )
                .WithName(name)
                .ReceivesHook<Message>();
    }

    internal sealed class Handler(HookInbox inbox, IValidator<Message> rules)
        : IRequestHandler<Request, Result<HookAnswer>>
    {
        public Task<Result<HookAnswer>> Handle(Request request, CancellationToken cancellationToken) =>
            inbox.Take(request.Delivery, rules, Told, cancellationToken);

        private static InboundFact Told(Message message) =>
            new(
                message.Person(),
                message.EventId,
                FactTypes.Read(message.Type ?? "") ?? FactType.DmStarted,
                message.At?.Kept(),
                message.Channel,
                JsonSerializer.Serialize(
                    new
                    {
                        message.Text,
                        message.Direction,
                        message.Handle,
                        message.Name,
                    },
                    InboundFact.Json
                ),
                Utm: null,
                Consent: null
            );
    }
}
