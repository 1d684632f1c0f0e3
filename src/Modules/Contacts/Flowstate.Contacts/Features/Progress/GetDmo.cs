using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Progress;

/// <summary>The member's week and streaks, and the days of six weeks for a calendar, by the member's own clock.</summary>
internal static class GetDmo
{
    internal sealed record Request : IRequest<Result<Response>>;

    internal sealed record Response(
        DateOnly Date,
        DayTargets Targets,
        WeekCount Week,
        int StreakDays,
        int LongestStreak,
        IReadOnlyList<DayCount> Days
    );

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/dmo",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetDmo))
                .Answers<Response>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, TimeProvider clock) : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var mine = await MemberDays.Read(db, clock.Moment(), cancellationToken);
            var streak = DailyProgress.Of(mine.Today, mine.Days).StreakDays;
            var history = DmoHistory.Of(mine.Today, mine.Days);
            return new Response(mine.Today, mine.Targets, history.Week, streak, history.LongestStreak, history.Days);
        }
    }
}
