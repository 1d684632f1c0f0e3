using Carter;
using Flowstate.Campaigns.Domain;
using Flowstate.Campaigns.Features.Words;
using Flowstate.Campaigns.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Campaigns.Features.Templates;

/// <summary>Shows what a contact would read, or an example person; names the variables that had nothing to say.</summary>
internal static class PreviewTemplate
{
    internal sealed record Request(string Body, string? Subject = null, Guid? ContactId = null)
        : IRequest<Result<Response>>;

    internal sealed record Response(string Text, string? Subject, IReadOnlyList<string> Missing);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Body).NotNull().Text(4000);
            RuleFor(request => request.Subject).Text(200);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/templates/preview",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(PreviewTemplate))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(CampaignsModule.Read);
    }

    internal sealed class Handler(CampaignsDbContext db) : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken ct)
        {
            var person = Addressee.Example;
            if (request.ContactId is { } contactId)
            {
                if ((await db.Addressees([contactId], ct)).SingleOrDefault() is not { } found)
                {
                    return AddresseeQuery.NotFound;
                }

                person = found.Addressee;
            }

            var variables = person.Variables;
            var text = RenderWords.Render(request.Body, variables);
            var subject = request.Subject is null ? null : RenderWords.Render(request.Subject, variables);
            string[] missing =
            [
                .. text.Missing.Concat(subject?.Missing ?? []).Distinct(StringComparer.OrdinalIgnoreCase),
            ];
            return new Response(text.Text, subject?.Text, missing);
        }
    }
}
