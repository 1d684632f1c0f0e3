using System.Text.Json.Serialization;
using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Progress;

/// <summary>
/// Sets the workspace's targets and quiet hours. What automations date from now on keeps out of them; what is dated already
/// stays.
/// </summary>
internal static class ChangeDaySettings
{
    internal sealed record Request(
        int InviteTarget,
        int FollowUpTarget,
        TimeOnly? QuietFrom = null,
        TimeOnly? QuietUntil = null
    ) : IRequest<Result<Versioned<DaySettingsView>>>
    {
        [JsonIgnore]
        public IfMatch IfMatch { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.InviteTarget).InclusiveBetween(1, DayTargets.Most);
            RuleFor(request => request.FollowUpTarget).InclusiveBetween(1, DayTargets.Most);
            RuleFor(request => request.QuietUntil)
                .Must(
                    (request, until) =>
                        until is null == request.QuietFrom is null && (until is null || until != request.QuietFrom)
                )
                .WithMessage("Say from when until when, or neither.");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/day-settings",
                    async (Request request, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { IfMatch = ifMatch }, ct)).ToHttp()
                )
                .WithName(nameof(ChangeDaySettings))
                .Answers<DaySettingsView>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired)
                .RequirePermission(ContactsModule.Pipeline);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user)
        : IRequestHandler<Request, Result<Versioned<DaySettingsView>>>
    {
        public async Task<Result<Versioned<DaySettingsView>>> Handle(
            Request request,
            CancellationToken cancellationToken
        )
        {
            if (request.IfMatch.Version is not { } version)
            {
                return IfMatch.Missing;
            }

            var settings = await db.DaySettings.FirstOrDefaultAsync(cancellationToken);
            if ((settings?.Version ?? 0) != version)
            {
                return db.StaleVersion.With("current", DaySettingsView.Of(settings));
            }

            if (settings is null)
            {
                db.Add(settings = DaySettings.Start(user.WorkspaceId));
            }

            settings.Change(
                new DayTargets(request.InviteTarget, request.FollowUpTarget),
                new QuietHours(request.QuietFrom, request.QuietUntil)
            );
            await db.SaveChangesAsync(cancellationToken);
            return new Versioned<DaySettingsView>(DaySettingsView.Of(settings), settings.Version);
        }
    }
}
