using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Progress;

/// <summary>How many days may pass between touches, by stars; null means never.</summary>
internal static class GetCadence
{
    internal sealed record Request : IRequest<Result<Versioned<CadenceDays>>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/cadence",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetCadence))
                .Answers<CadenceDays>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db) : IRequestHandler<Request, Result<Versioned<CadenceDays>>>
    {
        public async Task<Result<Versioned<CadenceDays>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var cadence = await db.Cadences.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
            return new Versioned<CadenceDays>(cadence?.Days ?? CadenceDays.Default, cadence?.Version ?? 0);
        }
    }
}
