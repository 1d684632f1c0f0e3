using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Progress;

/// <summary>
/// Who did how much this week, names and numbers alone, for every member. Each member's week begins on Monday by their own
/// clock. Who did nothing yet is left out, but for the one who asks.
/// </summary>
internal static class GetLeaderboard
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<Response>>>;

    /// <param name="Place">From 1; who did as much shares it.</param>
    internal sealed record Response(int Place, Guid MemberId, string Name, bool Me, int Invites, int FollowUps);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/leaderboard",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetLeaderboard))
                .Answers<IReadOnlyList<Response>>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<IReadOnlyList<Response>>>
    {
        private const string Sql = """
            select rank() over (order by w.invites + w.follow_ups desc)::int as place, m.id, m.name, w.invites, w.follow_ups
            from contacts.members m
            cross join lateral (
              select date_trunc('week', @now at time zone m.time_zone) at time zone m.time_zone as monday
            ) s
            cross join lateral (
              select (
                select count(*)::int from contacts.facts
                where workspace_id = @ws and by_member_id = m.id and type = 'INVITE_SENT' and at >= s.monday
              ) as invites, (
                select count(*)::int from contacts.facts
                where workspace_id = @ws and by_member_id = m.id and type = 'FOLLOW_UP_DONE' and at >= s.monday
              ) + (
                select count(*)::int from contacts.follow_ups
                where workspace_id = @ws and closed_by = m.id and status = 'done' and closed_at >= s.monday
              ) as follow_ups
            ) w
            where m.workspace_id = @ws and (w.invites + w.follow_ups > 0 or m.id = @me)
            order by place, w.invites desc, m.name, m.id limit 100
            """;

        public async Task<Result<IReadOnlyList<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var rows = await db.Read<Row>(Sql, cancellationToken, ("now", clock.Moment()));
            return rows.ConvertAll(row => new Response(
                row.Place,
                row.Id,
                row.Name,
                row.Id == user.MemberId,
                row.Invites,
                row.FollowUps
            ));
        }

        internal sealed class Row
        {
            public int Place { get; set; }
            public Guid Id { get; set; }
            public string Name { get; set; } = "";
            public int Invites { get; set; }
            public int FollowUps { get; set; }
        }
    }
}
