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

/// <summary>More cards of one column, newest in the stage first, by keyset.</summary>
internal static class GetBoardColumn
{
    internal sealed record Request(string Stage, string? Search, string? Cursor, int? Limit)
        : IRequest<Result<Page<BoardCard>>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Limit).InclusiveBetween(1, 100);
            RuleFor(request => request.Search).Text(100);
            RuleFor(request => request.Stage)
                .Must(stage => Vocabularies.Read(stage) is not null)
                .WithMessage("There is no such stage.");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/board/{stage}",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(GetBoardColumn))
                .Answers<IReadOnlyList<BoardCard>>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, TimeProvider clock)
        : IRequestHandler<Request, Result<Page<BoardCard>>>
    {
        public async Task<Result<Page<BoardCard>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (!Shared.Slices.Cursor.TryRead(request.Cursor, out var after))
            {
                return Shared.Slices.Cursor.Unreadable;
            }

            var limit = request.Limit ?? 20;
            var search = SearchTerm.Read(request.Search);
            if (search.Error is { } tooShort)
            {
                return tooShort;
            }

            var sql = $"""
                with page as materialized (
                  select {BoardCard.Row.Columns}, c.stage from {BoardCard.Row.From(db, search.Value)}
                  and c.stage = @stage
                  {(after is null ? "" : "and (c.stage_entered_at, c.id) < (@at, @after)")}
                  order by c.stage_entered_at desc, c.id desc limit @take
                )
                select p.*, r.next_follow_up_at, 0::bigint as count, 0::bigint as left_stage, 0::bigint as went_on,
                  null::text[] as labels
                from page p join contacts.contact_rhythms r on r.workspace_id = @ws and r.contact_id = p.id
                order by p.stage_entered_at desc, p.id desc
                """;
            var rows = await db.Read<BoardCard.Row>(
                sql,
                cancellationToken,
                [
                    ("stage", Vocabularies.Read(request.Stage)!.Value.Code()),
                    ("take", limit + 1),
                    ("at", after?.At ?? default),
                    ("after", after?.Id ?? default),
                    .. search.Value?.Parameters ?? [],
                ]
            );
            var (cards, next) = BoardCard.Page(rows, limit, clock.Moment());
            return new Page<BoardCard>(cards, next);
        }
    }
}
