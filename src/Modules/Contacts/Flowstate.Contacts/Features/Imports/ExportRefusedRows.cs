using System.Globalization;
using System.Runtime.CompilerServices;
using Carter;
using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>The refused rows of an import as CSV: their cells as they were read, the line in the file and the reason.</summary>
internal static class ExportRefusedRows
{
    private const int PageSize = 500;

    internal sealed record Request(Guid ImportId) : IRequest<Result<ExportFile>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/imports/{importId:guid}/refused",
                    async (Guid importId, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(importId), ct)).ToFile(ct)
                )
                .WithName(nameof(ExportRefusedRows))
                .Produces(StatusCodes.Status200OK, contentType: "text/csv")
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Import);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user) : IRequestHandler<Request, Result<ExportFile>>
    {
        public async Task<Result<ExportFile>> Handle(Request request, CancellationToken cancellationToken) =>
            await db.Set<Import>()
                .AsNoTracking()
                .VisibleTo(user)
                .SingleOrDefaultAsync(row => row.Id == request.ImportId, cancellationToken)
                is { } import
                ? new ExportFile("refused.csv", "text/csv; charset=utf-8", ct => Parts(db, import, ct))
                : ImportReads.NotFound;
    }

    private static async IAsyncEnumerable<string> Parts(
        ContactsDbContext db,
        Import import,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        using var lines = new StringWriter(CultureInfo.InvariantCulture);
        var columns = import.Columns.Select(column => column.Column).ToList();
        CsvText.WriteLine(lines, [.. columns, "Line", "Reason"]);
        var after = 0;
        List<ImportRow> page;
        do
        {
            page = await db.Set<ImportRow>()
                .AsNoTracking()
                .Where(row => row.ImportId == import.Id && row.Outcome == RowOutcome.Refused && row.Row > after)
                .OrderBy(row => row.Row)
                .Take(PageSize)
                .ToListAsync(ct);
            foreach (var row in page)
            {
                var cells = Enumerable.Range(0, columns.Count).Select(column => row.Cells?.ElementAtOrDefault(column));
                CsvText.WriteLine(lines, [.. cells, row.Line?.ToString(CultureInfo.InvariantCulture), row.Reason]);
                after = row.Row;
            }

            yield return lines.ToString();
            lines.GetStringBuilder().Clear();
        } while (page.Count == PageSize);
    }
}
