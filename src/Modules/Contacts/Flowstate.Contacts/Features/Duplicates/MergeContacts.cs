using System.Text.Json.Serialization;
using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Features.Contacts;
using Flowstate.Contacts.Merging;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Duplicates;

/// <summary>
/// Makes two contacts one: the one in the path stays, the other leads to it from then on. A dry run does the same and takes
/// it back. 412 <c>contacts.stale-version</c> with the <c>current</c> card of the one that was changed, 409
/// <c>contacts.email-taken</c>, 422 <c>contacts.merge-too-long</c>, 400 <c>contacts.merge-with-itself</c>,
/// <c>contacts.unknown-choice</c>.
/// </summary>
internal static class MergeContacts
{
    private const string Before = "before_merge";

    private static readonly Error WithItself = new(
        ErrorKind.Invalid,
        "contacts.merge-with-itself",
        "A contact is merged with another one."
    );

    internal sealed record Request : IRequest<Result<Versioned<Response>>>
    {
        [JsonIgnore]
        public Guid Id { get; init; }

        [JsonIgnore]
        public IfMatch IfMatch { get; init; }

        public Guid OtherId { get; init; }

        /// <summary>The version of the other one that was looked at.</summary>
        public long OtherVersion { get; init; }

        /// <summary>
        /// By field: <c>kept</c>, <c>other</c>, or of lists and notes <c>both</c>. Fields are those of the card, such as
        /// <c>firstName emails handles.instagram qualification.why stage fields.shoe_size</c>.
        /// </summary>
        public IReadOnlyDictionary<string, string>? Choices { get; init; }

        public bool DryRun { get; init; }
    }

    /// <param name="MergeId">What undoes it; null of a dry run.</param>
    /// <param name="Moved">How many rows of each kind came to the kept one.</param>
    internal sealed record Response(
        Guid? MergeId,
        Guid MergedId,
        DateTimeOffset? UndoableUntil,
        IReadOnlyDictionary<string, int> Moved,
        ContactCard Contact
    );

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.OtherId).NotEmpty();
            RuleFor(request => request.Choices)
                .Must(choices => choices is null || choices.Count <= Choices.Most)
                .WithMessage($"At most {Choices.Most} choices.");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/{id:guid}/merge",
                    async (Guid id, Request request, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { Id = id, IfMatch = ifMatch }, ct)).ToHttp()
                )
                .WithName(nameof(MergeContacts))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(
        ContactsDbContext db,
        MergeTwo merge,
        SensitiveFields sensitive,
        CurrentUser user,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<Versioned<Response>>>
    {
        public async Task<Result<Versioned<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (request.IfMatch.Version is not { } version)
            {
                return IfMatch.Missing;
            }

            if (request.OtherId == request.Id)
            {
                return WithItself;
            }

            var choices = await Choices.Read(request.Choices, db, cancellationToken);
            if (choices.Error is { } wrong)
            {
                return wrong;
            }

            Contact? kept = null;
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                await transaction.CreateSavepointAsync(Before, cancellationToken);
                var both = await db.LockAll([request.Id, request.OtherId], cancellationToken);
                kept = both.SingleOrDefault(contact => contact.Id == request.Id);
                var other = both.SingleOrDefault(contact => contact.Id == request.OtherId);
                if (kept is null || other is null)
                {
                    return await db.NotHere(kept is null ? request.Id : request.OtherId, cancellationToken);
                }

                if (kept.Version != version || other.Version != request.OtherVersion)
                {
                    var changed = kept.Version != version ? kept : other;
                    return db.StaleVersion.With("current", await db.Card(sensitive, changed.Id, cancellationToken));
                }

                var merged = await merge.Run(kept, other, choices.Value, user.Stamp(clock), cancellationToken);
                if (merged.Error is { } refused)
                {
                    return refused;
                }

                var (done, record) = merged.Value;
                var card = (await db.Card(sensitive, kept.Id, cancellationToken))!;
                if (request.DryRun)
                {
                    await transaction.RollbackToSavepointAsync(Before, cancellationToken);
                    db.ChangeTracker.Clear();
                }

                await transaction.CommitAsync(cancellationToken);
                return new Versioned<Response>(
                    new Response(
                        request.DryRun ? null : done.Id,
                        other.Id,
                        request.DryRun ? null : done.UndoableUntil,
                        record.Moved.ToDictionary(table => table.Key, table => table.Value.Length),
                        card
                    ),
                    request.DryRun ? version : card.Version
                );
            }
            catch (Refused refused) when (refused.Error == ContactsDbContext.EmailTaken && kept is not null)
            {
                return await db.WhoHasMail(kept, cancellationToken);
            }
        }
    }
}
