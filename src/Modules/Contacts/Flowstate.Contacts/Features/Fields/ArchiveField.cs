using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Realtime;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Fields;

/// <summary>Puts a field away: it is offered no more, and what contacts hold by it stays for when it comes back.</summary>
internal static class ArchiveField
{
    internal sealed record Request(Guid Id) : IRequest<Result<FieldView>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/fields/{id:guid}/archive",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(ArchiveField))
                .Answers<FieldView>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Fields);
    }

    internal sealed class Handler(ContactsDbContext db, LiveUpdates live, TimeProvider clock)
        : IRequestHandler<Request, Result<FieldView>>
    {
        public async Task<Result<FieldView>> Handle(Request request, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var fields = await FieldView.Locked(db, cancellationToken);
            if (fields.Find(row => row.Id == request.Id) is not { } field)
            {
                return FieldView.NotFound;
            }

            field.Archive(clock.Moment());
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            live.Changed(db.User.WorkspaceId, db.Schema, "fields");
            return FieldView.Of(field);
        }
    }
}
