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
/// Changes the workspace's cadence and re-dates every contact from its last touch, in one statement. For owners and
/// admins: 403 <c>contacts.cadence-not-yours</c>.
/// </summary>
internal static class ChangeCadence
{
    private static readonly Error NotYours = new(
        ErrorKind.Forbidden,
        "contacts.cadence-not-yours",
        "The cadence belongs to the whole workspace. Ask an owner or an admin."
    );

    internal sealed record Request(int? One, int? Two, int? Three, int? Four, int? Five)
        : IRequest<Result<Versioned<CadenceDays>>>
    {
        [JsonIgnore]
        public IfMatch IfMatch { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.One).InclusiveBetween(1, 1000);
            RuleFor(request => request.Two).InclusiveBetween(1, 1000);
            RuleFor(request => request.Three).InclusiveBetween(1, 1000);
            RuleFor(request => request.Four).InclusiveBetween(1, 1000);
            RuleFor(request => request.Five).InclusiveBetween(1, 1000);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/cadence",
                    async (Request request, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { IfMatch = ifMatch }, ct)).ToHttp()
                )
                .WithName(nameof(ChangeCadence))
                .Answers<CadenceDays>()
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Versioned<CadenceDays>>>
    {
        public async Task<Result<Versioned<CadenceDays>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (!user.SeesWholeWorkspace)
            {
                return NotYours;
            }

            if (request.IfMatch.Version is not { } version)
            {
                return IfMatch.Missing;
            }

            var days = new CadenceDays(request.One, request.Two, request.Three, request.Four, request.Five);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var cadence = await db.Cadences.FirstOrDefaultAsync(cancellationToken);
            if ((cadence?.Version ?? 0) != version)
            {
                return db.StaleVersion.With("current", cadence?.Days);
            }

            if (cadence is null)
            {
                db.Add(cadence = Cadence.Start(user.WorkspaceId));
            }

            cadence.Change(days, clock.Moment());
            await db.SaveChangesAsync(cancellationToken);
            await Redate(days, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new Versioned<CadenceDays>(cadence.Days, cadence.Version);
        }

        // The same rule as CadenceDays.NextTouch; whoever climbs the no-thanks ladder keeps its date.
        private Task<int> Redate(CadenceDays days, CancellationToken ct) =>
            db.Database.ExecuteSqlAsync(
                $"""
                update contacts.contact_rhythms r
                set next_touch_at = r.last_touch_at + make_interval(hours => 24 * case c.warmth
                  when 1 then {days.One}::int when 2 then {days.Two}::int when 4 then {days.Four}::int when 5 then {days.Five}::int
                  else {days.Three}::int end)
                from contacts.contacts c
                where r.workspace_id = {user.WorkspaceId} and c.workspace_id = r.workspace_id and c.id = r.contact_id
                  and r.last_touch_at is not null and not r.resting
                """,
                ct
            );
    }
}
