using Carter;
using Flowstate.Intelligence.Domain;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Intelligence.Features.NextActions;

/// <summary>
/// Whom to contact today, most valuable first: the member's own contacts, or with <c>scope=all</c> everybody's for those
/// who see the whole workspace. With <c>minutes</c> the list is what fits into them, and has no further page.
/// </summary>
internal static class ListNextActions
{
    internal sealed record Request(int? Minutes, int? Limit, string? Cursor, string? Scope)
        : IRequest<Result<Page<NextAction>>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Minutes).InclusiveBetween(1, 24 * 60);
            RuleFor(request => request.Limit).InclusiveBetween(1, 100);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/next-actions",
                    async (
                        int? minutes,
                        int? limit,
                        string? cursor,
                        string? scope,
                        IMediator mediator,
                        CancellationToken ct
                    ) => (await mediator.Send(new Request(minutes, limit, cursor, scope), ct)).ToHttp()
                )
                .WithName(nameof(ListNextActions))
                .Answers<IReadOnlyList<NextAction>>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(IntelligenceModule.Read);
    }

    internal sealed class Handler(IntelligenceDbContext db, TimeProvider clock)
        : IRequestHandler<Request, Result<Page<NextAction>>>
    {
        public async Task<Result<Page<NextAction>>> Handle(Request request, CancellationToken ct)
        {
            var cursor = string.IsNullOrEmpty(request.Cursor)
                ? ActionCursor.Start(clock.GetUtcNow())
                : ActionCursor.Read(request.Cursor);
            if (cursor is not { } from)
            {
                return Cursor.Unreadable;
            }

            var limit = request.Limit ?? 50;
            var everyones = request.Scope == "all" && db.User.SeesWholeWorkspace;
            var day = MemberDay.Around(from.AsOf, db.User.TimeZone);
            var rows = await db.After(from, day.End, everyones, limit + 1, ct);
            var shown = rows.Take(limit).ToList();
            var next =
                rows.Count > limit && request.Minutes is null
                    ? new ActionCursor(from.AsOf, shown[^1].Priority, shown[^1].DueAt, shown[^1].ContactId).ToString()
                    : null;
            var fitting = request.Minutes is { } minutes ? Fit(shown, minutes) : shown;
            return new Page<NextAction>([.. fitting.Select(row => NextAction.Of(row, day))], next);
        }

        // What does not fit any more is passed over for a shorter one below; who has little time still gets one.
        private static List<ActionRow> Fit(List<ActionRow> rows, int minutes)
        {
            List<ActionRow> taken = [];
            foreach (var row in rows)
            {
                if (row.Minutes <= minutes)
                {
                    taken.Add(row);
                    minutes -= row.Minutes;
                }
            }

            return taken is [] ? rows[..Math.Min(1, rows.Count)] : taken;
        }
    }
}
