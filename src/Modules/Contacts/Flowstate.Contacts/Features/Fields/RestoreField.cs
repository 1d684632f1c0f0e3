using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Realtime;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Fields;

/// <summary>
/// Brings an archived field back, at the end, with what contacts hold by it. 409 <c>contacts.too-many-fields</c> beyond
/// 200, <c>contacts.field-exists</c> where another one took its name.
/// </summary>
internal static class RestoreField
{
    internal sealed record Request(Guid Id) : IRequest<Result<FieldView>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/fields/{id:guid}/restore",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(RestoreField))
                .Answers<FieldView>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Fields);
    }

    internal sealed class Handler(ContactsDbContext db, LiveUpdates live) : IRequestHandler<Request, Result<FieldView>>
    {
        public async Task<Result<FieldView>> Handle(Request request, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var fields = await FieldView.Locked(db, cancellationToken);
            if (fields.Find(row => row.Id == request.Id) is not { } field)
            {
                return FieldView.NotFound;
            }

            if (field.ArchivedAt is null)
            {
                return FieldView.Of(field);
            }

            var shown = fields.FindAll(row => row.ArchivedAt is null);
            if (shown.Count >= CustomField.Most)
            {
                return FieldView.TooMany;
            }

            if (FieldView.IsTaken(field.Label, field.Id, fields))
            {
                return FieldView.LabelTaken;
            }

            field.Restore(shown);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            live.Changed(db.User.WorkspaceId, db.Schema, "fields");
            return FieldView.Of(field);
        }
    }
}
