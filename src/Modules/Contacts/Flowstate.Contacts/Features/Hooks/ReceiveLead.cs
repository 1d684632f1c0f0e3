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
/// A filled-in lead form, told by a signed webhook: the contact is found by mail or number, or made, and the fact recorded
/// once with where the person came from and what they agreed to.
/// </summary>
internal static class ReceiveLead
{
    internal sealed record Request(SignedDelivery Delivery) : IRequest<Result<HookAnswer>>;

    internal sealed record Lead
    {
        [JsonPropertyName("event_id")]
        public string? EventId { get; init; }

        /// <summary>The whole name, or its parts below.</summary>
        [JsonPropertyName("name")]
        public string? Name { get; init; }

        [JsonPropertyName("first_name")]
        public string? FirstName { get; init; }

        [JsonPropertyName("last_name")]
        public string? LastName { get; init; }

        [JsonPropertyName("email")]
        public string? Email { get; init; }

        [JsonPropertyName("phone")]
        public string? Phone { get; init; }

        /// <summary>ISO 3166 alpha-2; a phone number without a prefix is read in it.</summary>
        [JsonPropertyName("country")]
        public string? Country { get; init; }

        [JsonPropertyName("language")]
        public string? Language { get; init; }

        [JsonPropertyName("time_zone")]
        public string? TimeZone { get; init; }

        /// <summary>ads (without one), web or another source of facts.</summary>
        [JsonPropertyName("source")]
        public string? Source { get; init; }

        /// <summary>A fact of the catalogue; without one DM_STARTED: they began the conversation.</summary>
        [JsonPropertyName("type")]
        public string? Type { get; init; }

        [JsonPropertyName("at")]
        public DateTimeOffset? At { get; init; }

        /// <summary>utm_source, utm_campaign and the like: any object.</summary>
        [JsonPropertyName("utm")]
        public JsonElement? Utm { get; init; }

        [JsonPropertyName("consent")]
        public JsonElement? Consent { get; init; }

        /// <summary>The form's other answers: any object.</summary>
        [JsonPropertyName("properties")]
        public JsonElement? Properties { get; init; }

        public InboundPerson Person() =>
            new()
            {
                Name = Name.Tidy(),
                FirstName = FirstName.Tidy(),
                LastName = LastName.Tidy(),
                Email = Email.Tidy(),
                Phone = Phone.Tidy(),
                Country = Country.Tidy()?.ToUpperInvariant(),
                Language = Language.Tidy(),
                TimeZone = TimeZone.Tidy(),
                Source = Source ?? "ads",
            };
    }

    internal sealed class Validator : AbstractValidator<Lead>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(lead => lead.EventId).EventId();
            RuleFor(lead => lead.Email)
                .Must((lead, _) => lead.Person().IsNamed)
                .WithMessage("Say who it is: a mail address or a phone number.");
            RuleFor(lead => lead.Name).Text(ContactLimits.Name);
            RuleFor(lead => lead.FirstName).Text(ContactLimits.Name);
            RuleFor(lead => lead.LastName).Text(ContactLimits.Name);
            RuleFor(lead => lead.Email).HookMail();
            RuleFor(lead => lead.Phone).HookPhone();
            RuleFor(lead => lead.Country).Country();
            RuleFor(lead => lead.Language).Text(35);
            RuleFor(lead => lead.TimeZone).Text(64).TimeZone();
            RuleFor(lead => lead.Source).OneOf(FactTypes.Sources);
            RuleFor(lead => lead.Type).OneOf(FactTypes.Codes);
            RuleFor(lead => lead.At).Past(clock);
            RuleFor(lead => lead.Utm).SmallJson();
            RuleFor(lead => lead.Consent).SmallJson();
            RuleFor(lead => lead.Properties).SmallJson();
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app)
        {
            Map(app, "/hooks/capi/lead/{source}", nameof(ReceiveLead));
            Map(app, "/hooks/capi/lead", nameof(ReceiveLead) + "OfSource");
        }

        private static void Map(IEndpointRouteBuilder app, string path, string name) =>
            app.MapPost(
                    path,
                    async (SignedDelivery delivery, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(delivery), ct)).ToHttp()
                )
                .WithName(name)
                .ReceivesHook<Lead>();
    }

    internal sealed class Handler(HookInbox inbox, IValidator<Lead> rules)
        : IRequestHandler<Request, Result<HookAnswer>>
    {
        public Task<Result<HookAnswer>> Handle(Request request, CancellationToken cancellationToken) =>
            inbox.Take(request.Delivery, rules, Told, cancellationToken);

        // What the form said stays with the fact: a known contact is not overwritten by a stranger's typing.
        private static InboundFact Told(Lead lead) =>
            new(
                lead.Person(),
                lead.EventId,
                FactTypes.Read(lead.Type ?? "") ?? FactType.DmStarted,
                lead.At?.Kept(),
                lead.Source ?? "ads",
                JsonSerializer.Serialize(
                    new
                    {
                        Form = new
                        {
                            Name = lead.Name ?? $"{lead.FirstName} {lead.LastName}".Tidy(),
                            lead.Email,
                            lead.Phone,
                        },
                        lead.Properties,
                    },
                    InboundFact.Json
                ),
                lead.Utm?.GetRawText(),
                lead.Consent?.GetRawText()
            );
    }
}
