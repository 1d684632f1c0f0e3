using Carter;
using Flowstate.Intelligence.Domain;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Intelligence.Features.NextActions;

/// <summary>What is next for one contact, whenever it falls due; data is null where there is nothing to do.</summary>
internal static class GetNextActionOfContact
{
    internal sealed record Request(Guid ContactId) : IRequest<Result<NextAction?>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/next-actions/by-contact/{contactId:guid}",
                    async (Guid contactId, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(contactId), ct)).ToHttp()
                )
                .WithName(nameof(GetNextActionOfContact))
                .Answers<NextAction?>()
                .RequirePermission(IntelligenceModule.Read);
    }

    internal sealed class Handler(IntelligenceDbContext db, TimeProvider clock)
        : IRequestHandler<Request, Result<NextAction?>>
    {
        public async Task<Result<NextAction?>> Handle(Request request, CancellationToken ct)
        {
            var day = MemberDay.Around(clock.GetUtcNow(), db.User.TimeZone);
            return await db.Of(request.ContactId, day.Now, ct) is { } row ? NextAction.Of(row, day) : null;
        }
    }
}
