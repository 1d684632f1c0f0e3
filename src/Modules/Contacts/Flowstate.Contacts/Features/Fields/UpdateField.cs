using System.Text.Json.Serialization;
using Carter;
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
/// Renames a field and its options. Options are named by id, one without is new, one that is left out is archived; without
/// <c>options</c> they stay. 412 <c>contacts.stale-version</c> with the <c>current</c> field; 409 <c>contacts.field-exists</c>.
/// </summary>
internal static class UpdateField
{
    internal sealed record Request(string Label, IReadOnlyList<OptionBody>? Options)
        : IRequest<Result<Versioned<FieldView>>>
    {
        [JsonIgnore]
        public Guid Id { get; init; }

        [JsonIgnore]
        public IfMatch IfMatch { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Label).FieldLabel();
            this.FieldOptions(request => request.Options);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/fields/{id:guid}",
                    async (Guid id, Request request, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { Id = id, IfMatch = ifMatch }, ct)).ToHttp()
                )
                .WithName(nameof(UpdateField))
                .Answers<FieldView>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired)
                .RequirePermission(ContactsModule.Fields);
    }

    internal sealed class Handler(ContactsDbContext db, LiveUpdates live)
        : IRequestHandler<Request, Result<Versioned<FieldView>>>
    {
        private static readonly Error NoOptions = new(
            ErrorKind.Invalid,
            "contacts.field-options",
            "Only a choice has options, and it keeps at least one and at most 200 of them."
        );

        public async Task<Result<Versioned<FieldView>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (request.IfMatch.Version is not { } version)
            {
                return IfMatch.Missing;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var fields = await FieldView.Locked(db, cancellationToken);
            if (fields.Find(row => row.Id == request.Id) is not { } field)
            {
                return FieldView.NotFound;
            }

            if (field.Version != version)
            {
                return db.StaleVersion.With("current", FieldView.Of(field));
            }

            var label = request.Label.Trim();
            if (FieldView.IsTaken(label, field.Id, fields))
            {
                return FieldView.LabelTaken;
            }

            field.Edit(label, request.Options?.Drafts());
            var offered = field.Options.Count(option => !option.Archived);
            if (request.Options is not null && (!field.IsChoice || offered == 0 || field.HasTooManyOptions))
            {
                return NoOptions;
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            live.Changed(db.User.WorkspaceId, db.Schema, "fields");
            return new Versioned<FieldView>(FieldView.Of(field), field.Version);
        }
    }
}
