using System.Globalization;
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

/// <summary>
/// What became of each contact of a change in bulk; <c>outcome</c> is waiting, changed, unchanged, refused, undone or kept.
/// Who may not see a contact any more reads no name.
/// </summary>
internal static class ListBulkRows
{
    private const int PageSize = 100;

    internal sealed record Request(Guid BulkId, string? Outcome, string? Cursor) : IRequest<Result<Page<Response>>>;

    internal sealed record Response(int Position, BulkOutcome Outcome, Guid ContactId, string? Name, string? Reason);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Outcome).OneOf(Code.All<BulkOutcome>());
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/bulk/{bulkId:guid}/rows",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(ListBulkRows))
                .Answers<IReadOnlyList<Response>>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user)
        : IRequestHandler<Request, Result<Page<Response>>>
    {
        public async Task<Result<Page<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var after = 0;
            if (
                request.Cursor is { Length: > 0 }
                && !int.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after)
            )
            {
                return Shared.Slices.Cursor.Unreadable;
            }

            var changes = db.Set<BulkChange>().VisibleTo(user);
            if (!await changes.AnyAsync(change => change.Id == request.BulkId, cancellationToken))
            {
                return BulkReads.NotFound;
            }

            var outcome = Code.Read<BulkOutcome>(request.Outcome);
            var leftAlone = outcome is BulkOutcome.Refused or BulkOutcome.Kept;
            var names = db.Contacts.IgnoreQueryFilters([ContactsDbContext.AliveFilter]);
            var rows = await db.Set<BulkRow>()
                .Where(row => row.BulkId == request.BulkId && row.Position > after)
                .Where(row => (outcome == null || row.Outcome == outcome) && (!leftAlone || row.Reason != null))
                .OrderBy(row => row.Position)
                .Take(PageSize + 1)
                .Select(row => new Response(
                    row.Position,
                    row.Outcome,
                    row.ContactId,
                    names
                        .Where(contact => contact.Id == row.ContactId)
                        .Select(contact => contact.Name)
                        .FirstOrDefault(),
                    row.Reason
                ))
                .ToListAsync(cancellationToken);
            var page = rows.Take(PageSize).ToList();
            return new Page<Response>(
                page,
                rows.Count > PageSize ? page[^1].Position.ToString(CultureInfo.InvariantCulture) : null
            );
        }
    }
}
