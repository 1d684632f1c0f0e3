using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>What happened to a contact, newest first, by keyset over the typed tables. Follow-ups are in it once closed.</summary>
internal static class GetTimeline
{
    internal sealed record Request(Guid Id, string? Cursor, int? Limit) : IRequest<Result<Page<TimelineEntry>>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/{id:guid}/timeline",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(GetTimeline))
                .Answers<IReadOnlyList<TimelineEntry>>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db) : IRequestHandler<Request, Result<Page<TimelineEntry>>>
    {
        private static readonly string[] Kinds =
        [
            "select id, 'touch' as kind, at, by_member_id, channel as a, direction as b, outcome as c, note as text, null::timestamptz as until, null::text[] as missing from contacts.touches",
            "select id, 'fact', at, by_member_id, type, source, null, properties::text, null, null from contacts.facts",
            "select id, 'move', at, by_member_id, from_stage, to_stage, forced::text, reason, null, missing from contacts.stage_moves",
            "select id, 'send', at, by_member_id, channel, null, null, text, null, null from contacts.sends",
            "select id, 'snooze', at, by_member_id, null, null, null, reason, until, null from contacts.snoozes",
            "select id, 'followUp', closed_at, closed_by, kind, status, title, closing_note, due_at, null from contacts.follow_ups",
        ];

        public async Task<Result<Page<TimelineEntry>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (!Shared.Slices.Cursor.TryRead(request.Cursor, out var after))
            {
                return Shared.Slices.Cursor.Unreadable;
            }

            var limit = request.Limit ?? 30;
            var rows = await db.Read<TimelineEntry.Row>(
                Sql(after is not null),
                cancellationToken,
                ("contact", request.Id),
                ("take", limit + 1),
                ("at", after?.At ?? default),
                ("after", after?.Id ?? default)
            );
            if (rows.Count == 0)
            {
                return ContactWrites.NotFound;
            }

            var page = rows.Where(row => row.Id is not null).Take(limit).Select(TimelineEntry.Of).ToList();
            return new Page<TimelineEntry>(
                page,
                rows.Count > limit ? new Cursor(page[^1].At, page[^1].Id).ToString() : null
            );
        }

        /// <summary>One row without an entry means: the contact is there, and nothing happened yet.</summary>
        private string Sql(bool paged) =>
            $"""
                select e.*, m.name as by_name,
                  (select labels from contacts.pipeline_settings where workspace_id = @ws) as labels
                from contacts.contacts c
                left join lateral (
                  select * from ({string.Join("\nunion all\n", Kinds.Select(kind => Branch(kind, paged)))}) happened
                  order by at desc, id desc limit @take
                ) e on true
                left join contacts.members m on m.workspace_id = c.workspace_id and m.id = e.by_member_id
                where {db.Visible("c")} and c.id = @contact
                order by e.at desc, e.id desc
                """;

        private static string Branch(string select, bool paged)
        {
            var at = select.Contains("follow_ups", StringComparison.Ordinal) ? "closed_at" : "at";
            return $"""
                ({select} where workspace_id = c.workspace_id and contact_id = c.id and {at} is not null
                {(paged ? $"and ({at}, id) < (@at, @after)" : "")} order by {at} desc, id desc limit @take)
                """;
        }
    }
}
