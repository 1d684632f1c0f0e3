using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Progress;

/// <summary>The targets of a day and the quiet hours. Version 0 means those of the method.</summary>
internal static class GetDaySettings
{
    internal sealed record Request : IRequest<Result<Versioned<DaySettingsView>>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/day-settings",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetDaySettings))
                .Answers<DaySettingsView>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db) : IRequestHandler<Request, Result<Versioned<DaySettingsView>>>
    {
        public async Task<Result<Versioned<DaySettingsView>>> Handle(
            Request request,
            CancellationToken cancellationToken
        )
        {
            var settings = await db.DaySettings.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
            return new Versioned<DaySettingsView>(DaySettingsView.Of(settings), settings?.Version ?? 0);
        }
    }
}
