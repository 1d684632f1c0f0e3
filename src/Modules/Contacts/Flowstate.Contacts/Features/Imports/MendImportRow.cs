using System.Text.Json.Serialization;
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
/// Puts the cells of a refused row right, between the check and the import; they are read in place of those in the file. The
/// answer is what the row comes to now, which may be another refusal. 409 <c>contacts.import-not-checked</c>, 404
/// <c>contacts.import-row-not-found</c> where no such row was refused.
/// </summary>
internal static class MendImportRow
{
    private const int LongestCell = 10_000;
    private const int MostCells = 1000;

    private static readonly Error NotChecked = new(
        ErrorKind.Conflict,
        "contacts.import-not-checked",
        "Rows are put right after the check and before the import."
    );

    private static readonly Error NoRow = new(
        ErrorKind.NotFound,
        "contacts.import-row-not-found",
        "No such row was refused."
    );

    internal sealed record Request : IRequest<Result<Response>>
    {
        [JsonIgnore]
        public Guid ImportId { get; init; }

        [JsonIgnore]
        public int Row { get; init; }

        /// <summary>All of the row, in the order of the file's columns.</summary>
        public IReadOnlyList<string> Cells { get; init; } = [];
    }

    internal sealed record Response(RowOutcome Outcome, string? Name, string? Reason);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Cells)
                .Must(cells => cells is { Count: > 0 and <= MostCells })
                .WithMessage("Give a cell for each column.");
            RuleForEach(request => request.Cells)
                .NotNull()
                .Text(LongestCell)
                .When(request => request.Cells is { Count: <= MostCells });
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/imports/{importId:guid}/rows/{row}",
                    async (Guid importId, int row, Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { ImportId = importId, Row = row }, ct)).ToHttp()
                )
                .WithName(nameof(MendImportRow))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Import);
    }

    internal sealed class Handler(ContactsDbContext db, TimeProvider clock) : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.LockOwnImport(request.ImportId, cancellationToken) is not { } import)
            {
                return ImportReads.NotFound;
            }

            if (import.State != ImportState.Checked)
            {
                return NotChecked;
            }

            var refused = await db.Set<ImportRow>()
                .SingleOrDefaultAsync(
                    row => row.ImportId == import.Id && row.Row == request.Row && row.Cells != null,
                    cancellationToken
                );
            if (refused is null)
            {
                return NoRow;
            }

            var report = await Foresee(import, refused, [.. request.Cells], cancellationToken);
            import.Mend(report.Outcome);
            db.Remove(refused);
            await Keep(import, request, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.Add(report);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new Response(report.Outcome, report.Name, report.Reason);
        }

        private async Task<ImportRow> Foresee(Import import, ImportRow refused, string[] cells, CancellationToken ct)
        {
            var country = await db.Country(ct);
            var chunk = new ForeseeChunk(db, country, await db.CadenceDays(ct), clock);
            var own = await OwnFields.Of(db, import, clock.Moment(), ct);
            var source = import.RowOf(refused.Row, refused.Line ?? 0, cells);
            var row = import.Read(source, country, own, clock.Moment());
            return (await chunk.Foresee(import, [row], clock.Moment(), ct))[0];
        }

        private async Task Keep(Import import, Request request, CancellationToken ct)
        {
            var mended = await db.Set<MendedRow>()
                .SingleOrDefaultAsync(row => row.ImportId == import.Id && row.Row == request.Row, ct);
            if (mended is null)
            {
                db.Add(
                    new MendedRow
                    {
                        WorkspaceId = import.WorkspaceId,
                        ImportId = import.Id,
                        Row = request.Row,
                        Cells = [.. request.Cells],
                    }
                );
            }
            else
            {
                mended.Cells = [.. request.Cells];
            }
        }
    }
}
