using System.Globalization;
using Carter;
using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>
/// What became of each row, in the file's order, or after a check would become of it (then of the new ones only the first 200
/// are listed); <c>outcome</c> is created, updated, duplicate or refused.
/// </summary>
internal static class ListImportRows
{
    private const int PageSize = 100;

    internal sealed record Request(Guid ImportId, string? Outcome, string? Cursor) : IRequest<Result<Page<Response>>>;

    /// <param name="Line">Where the row is refused: its line in the file, and the cells of a CSV as they were read.</param>
    internal sealed record Response(
        int Row,
        RowOutcome Outcome,
        Guid? ContactId,
        string? Name,
        string? Reason,
        int? Line,
        IReadOnlyList<string>? Cells
    );

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Outcome).OneOf(Code.All<RowOutcome>());
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/imports/{importId:guid}/rows",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(ListImportRows))
                .Answers<IReadOnlyList<Response>>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Import);
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

            if (!await db.Set<Import>().VisibleTo(user).AnyAsync(row => row.Id == request.ImportId, cancellationToken))
            {
                return ImportReads.NotFound;
            }

            var outcome = Code.Read<RowOutcome>(request.Outcome);
            var rows = await db.Set<ImportRow>()
                .AsNoTracking()
                .Where(row => row.ImportId == request.ImportId && row.Row > after)
                .Where(row => outcome == null || row.Outcome == outcome)
                .OrderBy(row => row.Row)
                .Take(PageSize + 1)
                .Select(row => new Response(
                    row.Row,
                    row.Outcome,
                    row.ContactId,
                    row.Name,
                    row.Reason,
                    row.Line,
                    row.Cells
                ))
                .ToListAsync(cancellationToken);
            var page = rows.Take(PageSize).ToList();
            return new Page<Response>(
                page,
                rows.Count > PageSize ? page[^1].Row.ToString(CultureInfo.InvariantCulture) : null
            );
        }
    }
}
