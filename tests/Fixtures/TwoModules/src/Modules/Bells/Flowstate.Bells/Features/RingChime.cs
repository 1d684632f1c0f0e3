using Carter;
using Flowstate.Bells.Domain;
using Flowstate.Bells.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Bells.Features;

internal static class RingChime
{
    internal sealed record Request(string Text) : IRequest<Result<Response>>;

    internal sealed record Response(Guid Id);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Text).NotEmpty();
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(RingChime))
                .RequirePermission(BellsModule.Write);
    }

    internal sealed class Handler(BellsDbContext db, TimeProvider clock) : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken ct)
        {
            var chime = Chime.Ring(db.User.WorkspaceId, request.Text, clock.GetUtcNow());
            db.Add(chime);
            await db.SaveChangesAsync(ct);
            return new Response(chime.Id);
        }
    }
}
