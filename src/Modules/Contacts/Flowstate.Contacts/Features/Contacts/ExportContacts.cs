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
            RuleFor(request => request.Format).OneOf(ContactFile.Csv, ContactFile.VCard);
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

            await db.Audit("exported", "contacts", user.WorkspaceId, request, cancellationToken);
            return await ContactFile.Of(db, request.Format, audience.Value, Chosen.Everybody, cancellationToken);
        }
    }
}
