using Carter;
using Flowstate.Campaigns.Domain;
using Flowstate.Campaigns.Features.Templates;
using Flowstate.Campaigns.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Campaigns.Features.Words;

/// <summary>Ready words for up to 50 contacts at once, each with the links that send them.</summary>
internal static class GetWords
{
    private const int Most = 50;

    internal sealed record Request(string[] For) : IRequest<Result<IReadOnlyList<Response>>>;

    internal sealed record Response(
        Guid ContactId,
        Purpose Purpose,
        Guid? TemplateId,
        string Text,
        string? Subject,
        IReadOnlyList<Link> Links
    );

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.For)
                .Must(pairs => pairs.Length is > 0 and <= Most)
                .WithMessage($"Ask for 1 to {Most} contacts at a time.");
            RuleForEach(request => request.For)
                .Must(pair => Pair(pair) is not null)
                .WithMessage("Write each as contact:purpose, for example 0199…:invite.");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/words",
                    async ([FromQuery(Name = "for")] string[] pairs, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(pairs), ct)).ToHttp()
                )
                .WithName(nameof(GetWords))
                .Answers<IReadOnlyList<Response>>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(CampaignsModule.Read);
    }

    internal sealed class Handler(CampaignsDbContext db, TemplateShelf shelf)
        : IRequestHandler<Request, Result<IReadOnlyList<Response>>>
    {
        public async Task<Result<IReadOnlyList<Response>>> Handle(Request request, CancellationToken ct)
        {
            var pairs = request.For.Select(text => Pair(text)!.Value).Distinct().ToList();
            var templates = await shelf.All(ct);
            var people = (await db.Addressees([.. pairs.Select(pair => pair.ContactId).Distinct()], ct)).ToDictionary(
                person => person.Recipient.ContactId
            );
            return pairs
                .Where(pair => people.ContainsKey(pair.ContactId))
                .Select(pair => Say(pair.Purpose, people[pair.ContactId], templates))
                .ToArray();
        }

        private static Response Say(Purpose purpose, Reachable person, IReadOnlyList<TemplateView> templates)
        {
            var recipient = person.Recipient;
            SendChannel? best = ContactLinks.To(recipient, "", null) is [var first, ..] ? first.Channel : null;
            var template = ChooseTemplate.For(purpose, recipient.Language, best, templates);
            var variables = person.Addressee.Variables;
            var text = RenderWords.Render(template.Body, variables).Text;
            var subject = template.Subject is null ? null : RenderWords.Render(template.Subject, variables).Text;
            return new Response(
                recipient.ContactId,
                purpose,
                template.Id,
                text,
                subject,
                ContactLinks.To(recipient, text, subject)
            );
        }
    }

    private static (Guid ContactId, Purpose Purpose)? Pair(string? text) =>
        text?.Split(':') is [var id, var purpose]
        && Guid.TryParse(id, out var contactId)
        && Code.Read<Purpose>(purpose) is { } known
            ? (contactId, known)
            : null;
}
