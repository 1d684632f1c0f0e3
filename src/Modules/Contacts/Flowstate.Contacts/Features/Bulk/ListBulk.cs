using Carter;
using Flowstate.Contacts.Bulk;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Bulk;

/// <summary>The changes in bulk of the last 30 days, newest first, by keyset: one's own, or all for those who see the workspace.</summary>
internal static class ListBulk
{
    internal sealed record Request(string? Cursor, int? Limit) : IRequest<Result<Page<BulkView>>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/bulk",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(ListBulk))
                .Answers<IReadOnlyList<BulkView>>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Page<BulkView>>>
    {
        public async Task<Result<Page<BulkView>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (!Shared.Slices.Cursor.TryRead(request.Cursor, out var after))
            {
                return Shared.Slices.Cursor.Unreadable;
            }

            var limit = request.Limit ?? 25;
            var since = clock.GetUtcNow() - UndoBulk.Longest;
            var changes = db.Set<BulkChange>().AsNoTracking().VisibleTo(user).Where(change => change.CreatedAt > since);
            if (after is { } last)
            {
                changes = changes.Where(change =>
                    change.CreatedAt < last.At || (change.CreatedAt == last.At && change.Id.CompareTo(last.Id) < 0)
                );
            }

            var rows = await changes
                .OrderByDescending(change => change.CreatedAt)
                .ThenByDescending(change => change.Id)
                .Take(limit + 1)
                .ToListAsync(cancellationToken);
            var page = rows.Take(limit).ToList();
            return new Page<BulkView>(
                page.ConvertAll(BulkView.Of),
                rows.Count > limit ? new Cursor(page[^1].CreatedAt, page[^1].Id).ToString() : null
            );
        }
    }
}
