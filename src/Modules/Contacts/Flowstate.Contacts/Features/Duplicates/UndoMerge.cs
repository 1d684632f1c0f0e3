using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Merging;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Duplicates;

/// <summary>
/// Undoes a merge for 30 days: both contacts are there as they were, and what happened since stays with the kept one. 409
/// <c>contacts.merge-undone</c>, <c>contacts.merge-too-old</c>, <c>contacts.merge-kept-gone</c> (with the <c>mergeId</c> to
/// undo first, where the kept one was merged itself), <c>contacts.email-taken</c>.
/// </summary>
internal static class UndoMerge
{
    private static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "contacts.merge-not-found",
        "There is no such merge."
    );

    private static readonly Error Undone = new(
        ErrorKind.Conflict,
        "contacts.merge-undone",
        "This merge was undone already."
    );

    private static readonly Error TooOld = new(
        ErrorKind.Conflict,
        "contacts.merge-too-old",
        "A merge can be undone for 30 days."
    );

    private static readonly Error KeptGone = new(
        ErrorKind.Conflict,
        "contacts.merge-kept-gone",
        "The contact that stayed is not there any more. Bring it back first."
    );

    internal sealed record Request(Guid MergeId) : IRequest<Result<Response>>;

    internal sealed record Response(Guid KeptId, Guid RestoredId);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/merges/{mergeId:guid}/undo",
                    async (Guid mergeId, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(mergeId), ct)).ToHttp()
                )
                .WithName(nameof(UndoMerge))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, TakeApart takeApart, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            Contact? other = null;
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                if (
                    await db
                        .Merges.AsNoTracking()
                        .SingleOrDefaultAsync(row => row.Id == request.MergeId, cancellationToken)
                    is not { } found
                )
                {
                    return NotFound;
                }

                var both = await db.LockAll([found.KeptId, found.MergedId], cancellationToken, deletedToo: true);
                var kept = both.SingleOrDefault(contact => contact.Id == found.KeptId);
                other = both.SingleOrDefault(contact => contact.Id == found.MergedId);
                if (kept is null || other is null)
                {
                    return NotFound;
                }

                // Read behind the locks: two who undo it at once come one after the other.
                var merge = await db.Merges.SingleAsync(row => row.Id == request.MergeId, cancellationToken);
                if (await Refusal(merge, kept, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                await takeApart.Run(merge, kept, other, user.Stamp(clock), cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return new Response(kept.Id, other.Id);
            }
            catch (Refused refused) when (refused.Error == ContactsDbContext.EmailTaken && other is not null)
            {
                return await db.WhoHasMail(other, cancellationToken);
            }
        }

        private async Task<Error?> Refusal(Merge merge, Contact kept, CancellationToken ct)
        {
            if (merge.UndoneAt is not null)
            {
                return Undone;
            }

            if (merge.Record is null || clock.GetUtcNow() > merge.UndoableUntil)
            {
                return TooOld;
            }

            if (kept.DeletedAt is null)
            {
                return null;
            }

            var onward = await db
                .Merges.Where(row => row.MergedId == kept.Id && row.UndoneAt == null)
                .Select(row => (Guid?)row.Id)
                .SingleOrDefaultAsync(ct);
            return onward is null ? KeptGone : KeptGone.With("mergeId", onward);
        }
    }
}
