using Carter;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Features.Workspaces;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Profile;

internal static class UpdateMe
{
    /// <param name="TimeZone">IANA id.</param>
    /// <param name="MinutesPerDay">5 to 720.</param>
    internal sealed record Body(string Name, string TimeZone, int MinutesPerDay);

    internal sealed record Request(Body Body, long? Version) : IRequest<Result<Versioned<Me>>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Body.Name).PersonName().OverridePropertyName("name");
            RuleFor(request => request.Body.TimeZone).ChosenTimeZone().OverridePropertyName("timeZone");
            RuleFor(request => request.Body.MinutesPerDay)
                .InclusiveBetween(5, 720)
                .WithMessage("Say between 5 and 720 minutes a day.")
                .OverridePropertyName("minutesPerDay");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/me",
                    async (Body body, IfMatch match, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(body, match.Version), ct)).ToHttp()
                )
                .WithName(nameof(UpdateMe))
                .Answers<Me>()
                // Whatever the role: everybody may say how they are called.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Versioned<Me>>>
    {
        public async Task<Result<Versioned<Me>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (request.Version is null)
            {
                return IfMatch.Missing;
            }

            var member = await db.Members.SingleOrDefaultAsync(row => row.Id == user.MemberId, cancellationToken);
            if (member is null)
            {
                return SessionOpener.SessionEnded;
            }

            if (member.Version != request.Version)
            {
                return db.StaleVersion.With("current", await Me.Of(member.Id, db, cancellationToken));
            }

            var (name, timeZone, minutesPerDay) = request.Body;
            member.Describe(name, timeZone, minutesPerDay, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return new Versioned<Me>((await Me.Of(member.Id, db, cancellationToken))!, member.Version);
        }
    }
}
