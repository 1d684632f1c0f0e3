using System.Globalization;
using System.Text;
using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Exports;
using Flowstate.Contacts.Filters;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// Whom a list shows, all of them, as a file: <c>format</c> is <c>csv</c> (the default) or <c>vcard</c>. Takes what the list
/// takes. Sensitive fields are never in it. Written down in the audit log.
/// </summary>
internal static class ExportContacts
{
    internal sealed record Request(
        string? Format,
        string? Search,
        string? Stage,
        int? Warmth,
        string? Tag,
        string? Filter
    ) : IRequest<Result<ExportFile>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Format).OneOf("csv", "vcard");
            RuleFor(request => request.Warmth).InclusiveBetween(0, 5);
            RuleFor(request => request.Search).Text(100);
            RuleFor(request => request.Tag).Text(100);
            RuleFor(request => request.Filter).Text(ReadFilter.LongestText);
            RuleFor(request => request.Stage)
                .Must(stage => stage is null || Vocabularies.Read(stage) is not null)
                .WithMessage("There is no such stage.");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/export",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToFile(ct)
                )
                .WithName(nameof(ExportContacts))
                .Produces(StatusCodes.Status200OK, contentType: "text/csv")
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(ContactsModule.Export);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<ExportFile>>
    {
        public async Task<Result<ExportFile>> Handle(Request request, CancellationToken cancellationToken)
        {
            var search = request.Search.Tidy();
            if (search is { Length: < ContactQuery.ShortestSearch })
            {
                return ContactQuery.SearchTooShort;
            }

            var filter = await CompileFilter.From(request.Filter, db, clock.GetUtcNow(), cancellationToken);
            if (filter.Error is { } wrong)
            {
                return wrong;
            }

            var who = new Audience(search, request.Stage, request.Warmth, request.Tag.Tidy(), filter.Value);
            await db.Audit("exported", "contacts", user.WorkspaceId, request, cancellationToken);
            if (request.Format == "vcard")
            {
                return new ExportFile(
                    "contacts.vcf",
                    "text/vcard; charset=utf-8",
                    (body, ct) => Write(body, who, VCardBook.Write, new StringWriter(CultureInfo.InvariantCulture), ct)
                );
            }

            var fields = await db
                .Fields.AsNoTracking()
                .Where(field => !field.Sensitive && field.ArchivedAt == null)
                .OrderBy(field => field.Position)
                .ThenBy(field => field.Key)
                .ToListAsync(cancellationToken);
            var book = new CsvBook(fields);
            var head = new StringWriter(CultureInfo.InvariantCulture);
            book.Begin(head);
            return new ExportFile(
                "contacts.csv",
                "text/csv; charset=utf-8",
                (body, ct) => Write(body, who, book.Write, head, ct)
            );
        }

        // A page is put together in memory: the answer's stream cannot be written to synchronously.
        private async Task Write(
            Stream body,
            Audience who,
            Action<TextWriter, ExportRow> write,
            StringWriter page,
            CancellationToken ct
        )
        {
            await foreach (var rows in ExportRow.Pages(db, who, ct))
            {
                rows.ForEach(row => write(page, row));
                await body.WriteAsync(Encoding.UTF8.GetBytes(page.ToString()), ct);
                page.GetStringBuilder().Clear();
            }
        }
    }
}
