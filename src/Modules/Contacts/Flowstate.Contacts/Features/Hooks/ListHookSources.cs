using Carter;
using Flowstate.Contacts.Hooks;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Hooks;

/// <summary>The workspace's sources that may send, by name.</summary>
internal static class ListHookSources
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<HookSourceView>>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/hook-sources",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListHookSources))
                .Answers<IReadOnlyList<HookSourceView>>()
                .RequirePermission(ContactsModule.Hooks);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<IReadOnlyList<HookSourceView>>>
    {
        private const string Sql = """
            select s.id, s.name, s.owner_id, m.name as owner_name, s.created_at, s.previous_until, d.received_at
            from contacts.hook_sources s
            left join contacts.members m on m.workspace_id = s.workspace_id and m.id = s.owner_id
            left join lateral (
              select received_at from contacts.hook_deliveries
              where workspace_id = @ws and source_id = s.id order by received_at desc limit 1
            ) d on true
            where s.workspace_id = @ws and s.revoked_at is null
            order by lower(s.name), s.id
            """;

        public async Task<Result<IReadOnlyList<HookSourceView>>> Handle(
            Request request,
            CancellationToken cancellationToken
        )
        {
            var now = clock.Moment();
            var rows = await db.Read<Row>(Sql, cancellationToken);
            return rows.ConvertAll(row => new HookSourceView(
                row.Id,
                row.Name,
                SourceName.Of(user.WorkspaceId, row.Id),
                row.OwnerId,
                row.OwnerName,
                row.CreatedAt,
                row.PreviousUntil > now ? row.PreviousUntil : null,
                row.ReceivedAt
            ));
        }

        internal sealed class Row
        {
            public Guid Id { get; set; }
            public string Name { get; set; } = "";
            public Guid OwnerId { get; set; }
            public string? OwnerName { get; set; }
            public DateTimeOffset CreatedAt { get; set; }
            public DateTimeOffset? PreviousUntil { get; set; }
            public DateTimeOffset? ReceivedAt { get; set; }
        }
    }
}
