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
/// The contacts that somebody picked, as <see cref="ExportContacts"/> writes a whole list: <c>ids</c>, or all of an
/// <c>audience</c> but those of <c>except</c>; at most 1,000 ids in either. Who is not seen is not in it.
/// </summary>
internal static class ExportChosen
{
    internal sealed record Request(
        string? Format,
        IReadOnlyList<Guid>? Ids,
        BulkAudience? Audience,
        IReadOnlyList<Guid>? Except
    ) : IChosenRequest, IRequest<Result<ExportFile>>, IAnswersOnce;

    internal sealed class Validator : ChosenValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Format).OneOf(ContactFile.Csv, ContactFile.VCard);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/export",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToFile(ct)
                )
                .WithName(nameof(ExportChosen))
                .Produces(StatusCodes.Status200OK, contentType: "text/csv")
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(ContactsModule.Export);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<ExportFile>>
    {
        public async Task<Result<ExportFile>> Handle(Request request, CancellationToken cancellationToken)
        {
            var asked = request.Audience ?? new BulkAudience(null, null, null, null, null);
            var audience = await asked.Audience(db, clock, cancellationToken);
            if (audience.Error is { } wrong)
            {
                return wrong;
            }

            await db.Audit("exported", "contacts", user.WorkspaceId, request, cancellationToken);
            var chosen = new Chosen(request.Ids?.ToArray(), request.Except?.ToArray() ?? []);
            return await ContactFile.Of(db, request.Format, audience.Value, chosen, cancellationToken);
        }
    }
}
