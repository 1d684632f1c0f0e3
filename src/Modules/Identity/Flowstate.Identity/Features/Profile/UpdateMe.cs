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
    internal sealed record Request(string Name, string TimeZone, int MinutesPerDay) : IRequest<Result<Me>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Name).PersonName();
            RuleFor(request => request.TimeZone).TimeZone();
            RuleFor(request => request.MinutesPerDay)
                .InclusiveBetween(5, 720)
                .WithMessage("Say between 5 and 720 minutes a day.");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/me",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(UpdateMe))
                .Answers<Me>()
                // Whatever the role: everybody may say how they are called.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Me>>
    {
        public async Task<Result<Me>> Handle(Request request, CancellationToken cancellationToken)
        {
            var member = await db.Members.SingleOrDefaultAsync(row => row.Id == user.MemberId, cancellationToken);
            if (member is null)
            {
                return SessionOpener.SessionEnded;
            }

            member.Describe(request.Name, request.TimeZone, request.MinutesPerDay, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return (await Me.Of(member.Id, db, cancellationToken))!;
        }
    }
}
