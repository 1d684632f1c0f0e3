using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Progress;

/// <summary>
/// The member's day, week and streak, by the member's own calendar: invites are INVITE_SENT facts, follow-ups are
/// completed follow-ups and FOLLOW_UP_DONE facts.
/// </summary>
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

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        /// <summary>A streak is counted this far back.</summary>
        private const int MostDays = 400;

        private const string Sql = """
            with zone as (
              select coalesce((select time_zone from contacts.members where workspace_id = @ws and id = @me), @zone) as name
            ), done as (
              select at, 1 as invites, 0 as follow_ups from contacts.facts
              where workspace_id = @ws and by_member_id = @me and type = 'INVITE_SENT' and at >= @since
              union all
              select at, 0, 1 from contacts.facts
              where workspace_id = @ws and by_member_id = @me and type = 'FOLLOW_UP_DONE' and at >= @since
              union all
              select closed_at, 0, 1 from contacts.follow_ups
              where workspace_id = @ws and closed_by = @me and status = 'done' and closed_at >= @since
            )
            select zone.name as time_zone, (done.at at time zone zone.name)::date as date,
              coalesce(sum(done.invites), 0)::int as invites, coalesce(sum(done.follow_ups), 0)::int as follow_ups
            from zone left join done on true group by 1, 2
            """;

        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var now = clock.Moment();
            var rows = await db.Read<Row>(
                Sql,
                cancellationToken,
                ("zone", user.TimeZone.Id),
                ("since", now.AddDays(-MostDays))
            );
            var zone = TimeZoneInfo.FindSystemTimeZoneById(rows[0].TimeZone);
            var days = rows.Where(row => row.Date is not null)
                .Select(row => new DayCount(row.Date!.Value, row.Invites, row.FollowUps));
            var progress = DailyProgress.Of(DailyProgress.DateOf(now, zone), days);
            return new Response(
                progress.Today.Date,
                rows[0].TimeZone,
                new Counter(progress.Today.Invites, DailyProgress.InviteTarget),
                new Counter(progress.Today.FollowUps, DailyProgress.FollowUpTarget),
                progress.StreakDays,
                progress.Week
            );
        }

        internal sealed class Row
        {
            public string TimeZone { get; set; } = "";
            public DateOnly? Date { get; set; }
            public int Invites { get; set; }
            public int FollowUps { get; set; }
        }
    }
}
