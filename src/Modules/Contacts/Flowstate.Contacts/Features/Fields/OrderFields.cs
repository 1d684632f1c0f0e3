using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Realtime;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Fields;

/// <summary>
/// Puts the fields into this order. All that are not archived have to be named: 409 <c>contacts.fields-changed</c> where
/// somebody added or archived one meanwhile.
/// </summary>
internal static class OrderFields
{
    internal sealed record Request(IReadOnlyList<Guid> Ids) : IRequest<Result<Done>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() =>
            RuleFor(request => request.Ids)
                .Must(ids => ids is { Count: <= CustomField.Most })
                .WithMessage($"Name every field, at most {CustomField.Most}.");
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/fields/order",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(OrderFields))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Fields);
    }

    internal sealed class Handler(ContactsDbContext db, LiveUpdates live) : IRequestHandler<Request, Result<Done>>
    {
        private static readonly Error Changed = new(
            ErrorKind.Conflict,
            "contacts.fields-changed",
            "Somebody added or archived a field meanwhile. Look again, then put them in order."
        );

        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var fields = (await FieldView.Locked(db, cancellationToken)).FindAll(field => field.ArchivedAt is null);
            if (!fields.Select(field => field.Id).Order().SequenceEqual(request.Ids.Order()))
            {
                return Changed;
            }

            for (var position = 0; position < request.Ids.Count; position++)
            {
                fields.Find(field => field.Id == request.Ids[position])!.Place(position);
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            live.Changed(db.User.WorkspaceId, db.Schema, "fields");
            return default(Done);
        }
    }
}
