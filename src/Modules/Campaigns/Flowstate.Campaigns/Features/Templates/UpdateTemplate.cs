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
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Campaigns.Features.Templates;

internal static class UpdateTemplate
{
    internal sealed record Request(Guid Id, IfMatch BasedOn, TemplateDraft Draft)
        : IRequest<Result<Versioned<TemplateView>>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() =>
            RuleFor(request => request.Draft).SetValidator(new TemplateShape()).OverridePropertyName("");
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/templates/{id:guid}",
                    async (Guid id, TemplateDraft draft, IfMatch basedOn, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id, basedOn, draft), ct)).ToHttp()
                )
                .WithName(nameof(UpdateTemplate))
                .Answers<TemplateView>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired)
                .RequirePermission(CampaignsModule.Templates);
    }

    internal sealed class Handler(CampaignsDbContext db, TemplateShelf shelf, TimeProvider clock)
        : IRequestHandler<Request, Result<Versioned<TemplateView>>>
    {
        public async Task<Result<Versioned<TemplateView>>> Handle(Request request, CancellationToken ct)
        {
            if (request.BasedOn.Version is not { } version)
            {
                return IfMatch.Missing;
            }

            if (await db.Templates.SingleOrDefaultAsync(row => row.Id == request.Id, ct) is not { } template)
            {
                return TemplateView.NotFound;
            }

            if (template.Version != version)
            {
                return db.StaleVersion.With("current", TemplateView.Of(template));
            }

            template.Edit(request.Draft, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            await shelf.Changed(template.Id, ct);
            return new Versioned<TemplateView>(TemplateView.Of(template), template.Version);
        }
    }
}
