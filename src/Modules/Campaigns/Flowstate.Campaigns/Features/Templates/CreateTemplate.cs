using Carter;
using Flowstate.Campaigns.Domain;
using Flowstate.Campaigns.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Campaigns.Features.Templates;

internal static class CreateTemplate
{
    internal sealed record Request(TemplateDraft Draft) : IRequest<Result<Versioned<TemplateView>>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() =>
            RuleFor(request => request.Draft).SetValidator(new TemplateShape()).OverridePropertyName("");
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/templates",
                    async (TemplateDraft draft, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(draft), ct)).ToHttp(created =>
                            $"/api/v1/campaigns/templates/{created.Id}"
                        )
                )
                .WithName(nameof(CreateTemplate))
                .Answers<TemplateView>(StatusCodes.Status201Created)
                .RequirePermission(CampaignsModule.Templates);
    }

    internal sealed class Handler(CampaignsDbContext db, TemplateShelf shelf, TimeProvider clock)
        : IRequestHandler<Request, Result<Versioned<TemplateView>>>
    {
        public async Task<Result<Versioned<TemplateView>>> Handle(Request request, CancellationToken ct)
        {
            var template = Template.Write(request.Draft, clock.GetUtcNow());
            db.Templates.Add(template);
            await db.SaveChangesAsync(ct);
            await shelf.Changed(template.Id, ct);
            return new Versioned<TemplateView>(TemplateView.Of(template), template.Version);
        }
    }
}
