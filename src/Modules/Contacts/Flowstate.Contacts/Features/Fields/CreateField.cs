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
/// Adds a field at the end. Its key is made from the label and stays, as its kind does and whether it is sensitive. 409
/// <c>contacts.too-many-fields</c> beyond 200, <c>contacts.field-exists</c> for a name that is there.
/// </summary>
internal static class CreateField
{
    internal sealed record Request(string Label, string Kind, bool Sensitive, IReadOnlyList<OptionBody>? Options)
        : IRequest<Result<Versioned<FieldView>>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Label).FieldLabel();
            RuleFor(request => request.Kind).NotEmpty().OneOf(Code.All<FieldKind>());
            this.FieldOptions(request => request.Options);
            RuleFor(request => request.Options)
                .Must(options => options?.Any(option => option is { Archived: false }) == true)
                .WithMessage("A choice needs an option to choose.")
                .When(request => IsChoice(request.Kind));
            RuleFor(request => request.Options)
                .Must(options => options is null or { Count: 0 })
                .WithMessage("Only a choice has options.")
                .When(request => !IsChoice(request.Kind));
        }

        private static bool IsChoice(string? kind) =>
            Code.Read<FieldKind>(kind) is FieldKind.Choice or FieldKind.MultiChoice;
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/fields",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp(_ => "/api/v1/contacts/fields")
                )
                .WithName(nameof(CreateField))
                .Answers<FieldView>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Fields);
    }

    internal sealed class Handler(ContactsDbContext db, LiveUpdates live, TimeProvider clock)
        : IRequestHandler<Request, Result<Versioned<FieldView>>>
    {
        public async Task<Result<Versioned<FieldView>>> Handle(Request request, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var fields = await FieldView.Locked(db, cancellationToken);
            var label = request.Label.Trim();
            if (fields.Count(field => field.ArchivedAt is null) >= CustomField.Most)
            {
                return FieldView.TooMany;
            }

            if (FieldView.IsTaken(label, by: null, fields))
            {
                return FieldView.LabelTaken;
            }

            var kind = Code.Read<FieldKind>(request.Kind)!.Value;
            var field = CustomField.Define(
                label,
                kind,
                request.Sensitive,
                request.Options.Drafts(),
                fields,
                clock.Moment()
            );
            db.Add(field);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            live.Changed(db.User.WorkspaceId, db.Schema, "fields");
            return new Versioned<FieldView>(FieldView.Of(field), field.Version);
        }
    }
}
