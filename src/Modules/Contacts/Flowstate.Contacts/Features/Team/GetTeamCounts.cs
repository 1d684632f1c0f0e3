using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Team;

/// <summary>
/// How the downline is doing, in numbers: a leader sees counts and trends of those they brought, never the contacts behind
/// them. Owners and admins see everybody's.
/// </summary>
internal static class GetTeamCounts
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<Response>>>;

    /// <param name="Stages">Contacts in each stage that holds any.</param>
    /// <param name="Contacts">All of them.</param>
    /// <param name="FactsThisWeek">Invites, videos, meetings and the like, recorded in the last seven days.</param>
    /// <param name="FactsLastWeek">The same in the seven days before.</param>
    /// <param name="LongOverdue">Follow-ups that have been due for three days: the third level, which the leader sees.</param>
    internal sealed record Response(
        Guid MemberId,
        string Name,
        long Contacts,
        IReadOnlyDictionary<Stage, long> Stages,
        long FactsThisWeek,
        long FactsLastWeek,
        long LongOverdue
    );

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/team-counts",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetTeamCounts))
                .Answers<IReadOnlyList<Response>>()
                .RequirePermission(ContactsModule.Team);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<IReadOnlyList<Response>>>
    {
        public async Task<Result<IReadOnlyList<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var now = clock.Moment();
            var rows = await db.Read<Row>(
                Sql,
                cancellationToken,
                ("all", user.SeesWholeWorkspace),
                ("week", now.AddDays(-7)),
                ("before", now.AddDays(-14))
            );
            return rows.GroupBy(row => (row.Id, row.Name, row.ThisWeek, row.LastWeek, row.LongOverdue))
                .Select(member => new Response(
                    member.Key.Id,
                    member.Key.Name,
                    member.Sum(row => row.Count),
                    member.Where(row => row.Count > 0).ToDictionary(row => Stages.OfCode(row.Stage!), row => row.Count),
                    member.Key.ThisWeek,
                    member.Key.LastWeek,
                    member.Key.LongOverdue
                ))
                .ToList();
        }

        // The tree has no circle, but its copy hears of one change at a time: union, unlike union all, ends in one.
        private const string Sql = """
            with recursive team as (
              select id from contacts.members where workspace_id = @ws and (@all or id = @me)
              union
              select m.id from contacts.members m join team t on m.sponsor_id = t.id where m.workspace_id = @ws
            ), overdue as (
              select c.owner_id, count(*) as long_overdue from contacts.follow_ups f
              join contacts.contacts c on c.workspace_id = f.workspace_id and c.id = f.contact_id and c.deleted_at is null
              where f.workspace_id = @ws and f.status = 'open' and f.escalation = 3 group by c.owner_id
            )
            select m.id, m.name, c.stage, coalesce(c.count, 0) as count, f.this_week, f.last_week,
              coalesce(o.long_overdue, 0) as long_overdue
            from team t
            join contacts.members m on m.workspace_id = @ws and m.id = t.id
            left join contacts.stage_counters c on c.workspace_id = @ws and c.owner_id = m.id and c.count > 0
            cross join lateral (
              select count(*) filter (where at >= @week) as this_week, count(*) filter (where at < @week) as last_week
              from contacts.facts where workspace_id = @ws and by_member_id = m.id and at >= @before
            ) f
            left join overdue o on o.owner_id = m.id
            order by m.name, m.id, c.stage
            """;

        internal sealed class Row
        {
            public Guid Id { get; set; }
            public string Name { get; set; } = "";
            public string? Stage { get; set; }
            public long Count { get; set; }
            public long ThisWeek { get; set; }
            public long LastWeek { get; set; }
            public long LongOverdue { get; set; }
        }
    }
}
