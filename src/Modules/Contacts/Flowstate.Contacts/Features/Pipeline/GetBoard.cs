using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Features.Contacts;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Pipeline;

/// <summary>
/// Every column with its count, its first cards and its conversion: of those who are in the stage or left it in the last 13
/// weeks, the share (0–1) that went on to the next; null where nobody was. One statement, and counts are read, not counted: a
/// search (at least two characters) shows its cards alone, without count and conversion.
/// </summary>
internal static class GetBoard
{
    internal sealed record Request(int? PerStage, string? Search, string? Vocabulary) : IRequest<Result<Response>>;

    internal sealed record Response(IReadOnlyList<Column> Columns);

    internal sealed record Column(
        Stage Stage,
        string Label,
        long? Count,
        double? Conversion,
        IReadOnlyList<BoardCard> Cards,
        string? NextCursor
    );

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.PerStage).InclusiveBetween(1, 100);
            RuleFor(request => request.Search).Text(100);
            RuleFor(request => request.Vocabulary).OneOf([.. Vocabularies.Names]);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/board",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(GetBoard))
                .Answers<Response>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        private const int Weeks = 13;
        private static readonly string[] Codes = [.. Stages.All.Select(stage => stage.Code())];
        private static readonly string[] Nexts = [.. Stages.All.Select(stage => stage.Next()?.Code() ?? "")];

        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var perStage = request.PerStage ?? 20;
            var now = clock.Moment();
            var search = SearchTerm.Read(request.Search);
            if (search.Error is { } tooShort)
            {
                return tooShort;
            }

            var rows = await db.Read<BoardCard.Row>(
                Sql(search.Value),
                cancellationToken,
                [
                    ("codes", Codes),
                    ("nexts", Nexts),
                    ("take", perStage + 1),
                    ("since", now.AddDays(-7 * Weeks)),
                    .. search.Value?.Parameters ?? [],
                ]
            );
            return new Response([
                .. rows.GroupBy(row => row.Stage)
                    .Select(column =>
                        ToColumn([.. column], perStage, now, request.Vocabulary, search.Value is not null)
                    ),
            ]);
        }

        // Counters know stages, not searches: a searched column has no count.
        private static Column ToColumn(
            List<BoardCard.Row> rows,
            int perStage,
            DateTimeOffset now,
            string? vocabulary,
            bool searching
        )
        {
            var stage = Stages.OfCode(rows[0].Stage);
            var were = rows[0].Count + rows[0].LeftStage;
            var (cards, next) = BoardCard.Page(rows, perStage, now);
            double? conversion =
                searching || stage.Next() is null || were == 0 ? null : Math.Round((double)rows[0].WentOn / were, 4);
            return new Column(
                stage,
                new StageLabels(rows[0].Labels ?? []).Of(stage, vocabulary),
                searching ? null : rows[0].Count,
                conversion,
                cards,
                next
            );
        }

        private string Sql(SearchTerm? search)
        {
            var own = user.SeesWholeWorkspace ? "" : "and owner_id = @me";
            return $"""
                with stages as (
                  select code, next, place from unnest(@codes, @nexts) with ordinality as s(code, next, place)
                ), counts as (
                  select stage, sum(count)::bigint as count from contacts.stage_counters
                  where workspace_id = @ws {own} group by stage
                ), moved as (
                  select m.from_stage, sum(count)::bigint as left_stage,
                    coalesce(sum(count) filter (where m.to_stage = s.next), 0)::bigint as went_on
                  from contacts.move_counters m join stages s on s.code = m.from_stage
                  where m.workspace_id = @ws {own} and m.week > @since::date
                  group by m.from_stage
                )
                select s.code as stage, coalesce(n.count, 0) as count, coalesce(m.left_stage, 0) as left_stage,
                  coalesce(m.went_on, 0) as went_on,
                  (select labels from contacts.pipeline_settings where workspace_id = @ws) as labels, c.*, r.next_follow_up_at
                from stages s
                left join counts n on n.stage = s.code
                left join moved m on m.from_stage = s.code
                left join lateral (
                  select {BoardCard.Row.Columns} from {BoardCard.Row.From(db, search)} and c.stage = s.code
                  order by c.stage_entered_at desc, c.id desc limit @take
                ) c on true
                left join contacts.contact_rhythms r on r.workspace_id = @ws and r.contact_id = c.id
                order by s.place, c.stage_entered_at desc, c.id desc
                """;
        }
    }
}
