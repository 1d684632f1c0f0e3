using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Hooks;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Hooks;

/// <summary>
/// A source of webhooks. Its secret is in this answer and nowhere else; a sender that has one of its own may bring it. 409
/// <c>contacts.too-many-hooks</c>, 422 <c>contacts.no-such-member</c>.
/// </summary>
internal static class CreateHookSource
{
    /// <param name="OwnerId">The member whose contacts new people become; without one the caller.</param>
    /// <param name="Secret"><c>whsec_</c> and the base64 of 24 to 64 bytes; without one it is drawn.</param>
    internal sealed record Request(string Name, Guid? OwnerId = null, string? Secret = null)
        : IRequest<Result<Response>>,
            IAnswersOnce;

    /// <param name="Source">How it is named in addresses and in <c>webhook-source</c>; no secret.</param>
    internal sealed record Response(Guid Id, string Name, string Source, string Secret);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Name)
                .NotEmpty()
                .WithMessage("Give the source a name.")
                .Text(HookSource.NameLength);
            RuleFor(request => request.Secret).HookSecret();
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/hook-sources",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToCreated(_ => "/api/v1/contacts/hook-sources")
                )
                .WithName(nameof(CreateHookSource))
                .Answers<Response>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .RequirePermission(ContactsModule.Hooks)
                .RequirePerson();
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, HookSecrets secrets, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        private static readonly Error TooMany = new(
            ErrorKind.Conflict,
            "contacts.too-many-hooks",
            $"There are {HookSource.MostLive} sources. Revoke one that is no longer used."
        );

        private static readonly Error NoSuchMember = new(
            ErrorKind.Unprocessable,
            "contacts.no-such-member",
            "There is no such member in this workspace."
        );

        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (await db.HookSources.CountAsync(row => row.RevokedAt == null, cancellationToken) >= HookSource.MostLive)
            {
                return TooMany;
            }

            var owner = request.OwnerId ?? user.MemberId!.Value;
            if (owner != user.MemberId && !await db.Members.AnyAsync(row => row.Id == owner, cancellationToken))
            {
                return NoSuchMember;
            }

            var now = clock.Moment();
            var (id, secret) = (Guid.CreateVersion7(now), HookSecret.Read(request.Secret) ?? HookSecret.New());
            var source = HookSource.Open(
                user.WorkspaceId,
                id,
                request.Name.Trim(),
                owner,
                secrets.Seal(id, secret),
                now
            );
            db.Add(source);
            await db.SaveChangesAsync(cancellationToken);
            return new Response(id, source.Name, SourceName.Of(user.WorkspaceId, id), HookSecret.Text(secret));
        }
    }
}
