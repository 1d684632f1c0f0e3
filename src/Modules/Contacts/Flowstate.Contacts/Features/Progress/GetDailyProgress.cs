using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Progress;

/// <summary>The member's day, its last seven and their streak, by the member's own calendar, beside the workspace's targets.</summary>
internal static class GetDailyProgress
{
    internal sealed record Request : IRequest<Result<Response>>;

    internal sealed record Response(
        DateOnly Date,
        string TimeZone,
        Counter Invites,
        Counter FollowUps,
        int StreakDays,
        IReadOnlyList<DayCount> Week
    );

    internal sealed record Counter(int Done, int Target);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/daily-progress",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetDailyProgress))
                .Answers<Response>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, TimeProvider clock) : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var mine = await MemberDays.Read(db, clock.Moment(), cancellationToken);
            var progress = DailyProgress.Of(mine.Today, mine.Days);
            return new Response(
                mine.Today,
                mine.TimeZone,
                new Counter(progress.Today.Invites, mine.Targets.Invites),
                new Counter(progress.Today.FollowUps, mine.Targets.FollowUps),
                progress.StreakDays,
                progress.Week
            );
        }
    }
}
