using Carter;
using Flowstate.Campaigns.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Campaigns.Features.Templates;

/// <summary>What was sent with it stays as it was sent. A purpose left without templates falls back to the built-in words.</summary>
internal static class DeleteTemplate
{
    internal sealed record Request(Guid Id) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapDelete(
                    "/templates/{id:guid}",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(DeleteTemplate))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(CampaignsModule.Templates);
    }

    internal sealed class Handler(CampaignsDbContext db, TemplateShelf shelf) : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken ct)
        {
            if (await db.Templates.Where(template => template.Id == request.Id).ExecuteDeleteAsync(ct) == 0)
            {
                return TemplateView.NotFound;
            }

            await shelf.Changed(request.Id, ct);
            return default(Done);
        }
    }
}
