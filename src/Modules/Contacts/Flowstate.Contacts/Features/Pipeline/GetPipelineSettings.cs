using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Pipeline;

/// <summary>The gates and the names of the stages: for everybody who sees the board. Version 0 means the method's own.</summary>
internal static class GetPipelineSettings
{
    internal sealed record Request : IRequest<Result<Versioned<PipelineView>>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/pipeline-settings",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetPipelineSettings))
                .Answers<PipelineView>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db) : IRequestHandler<Request, Result<Versioned<PipelineView>>>
    {
        public async Task<Result<Versioned<PipelineView>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var settings = await db.PipelineSettings.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
            return new Versioned<PipelineView>(PipelineView.Of(settings), settings?.Version ?? 0);
        }
    }
}
