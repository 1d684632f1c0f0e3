using System.Globalization;
using System.Runtime.CompilerServices;
using Carter;
using Flowstate.Contacts.Exports;
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
    ) : IAudienceRequest, IRequest<Result<ExportFile>>;

    internal sealed class Validator : AudienceValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Format).OneOf("csv", "vcard");
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
            var audience = await request.Audience(db, clock, cancellationToken);
            if (audience.Error is { } wrong)
            {
                return wrong;
            }

            var who = audience.Value;
            await db.Audit("exported", "contacts", user.WorkspaceId, request, cancellationToken);
            if (request.Format == "vcard")
            {
                return new ExportFile(
                    "contacts.vcf",
                    "text/vcard; charset=utf-8",
                    ct => Parts(who, new StringWriter(CultureInfo.InvariantCulture), VCardBook.Write, ct)
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
            return new ExportFile("contacts.csv", "text/csv; charset=utf-8", ct => Parts(who, head, book.Write, ct));
        }

        private async IAsyncEnumerable<string> Parts(
            Audience who,
            StringWriter part,
            Action<TextWriter, ExportRow> write,
            [EnumeratorCancellation] CancellationToken ct
        )
        {
            await foreach (var rows in ExportRow.Pages(db, who, ct))
            {
                rows.ForEach(row => write(part, row));
                yield return part.ToString();
                part.GetStringBuilder().Clear();
            }
        }
    }
}
