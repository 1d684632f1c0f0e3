using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Members;
using Flowstate.Identity.Features.Roles;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.ApiKeys;

/// <summary>A key for a program of mine, with some of my rights. Its secret is in this answer and nowhere else.</summary>
internal static class CreateApiKey
{
    internal sealed record Request(string Name, string[] Scopes, int? ExpiresInDays = null)
        : IRequest<Result<Response>>,
            IAnswersOnce;

    /// <param name="Secret">For <c>Authorization: Bearer</c>. It cannot be shown again.</param>
    internal sealed record Response(
        Guid Id,
        string Name,
        string Secret,
        string Prefix,
        string[] Scopes,
        DateTimeOffset ExpiresAt
    );

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Name).NotEmpty().WithMessage("Give the key a name.").Text(ApiKey.NameLength);
            RuleFor(request => request.Scopes).NotEmpty().WithMessage("Say what the key may do.");
            RuleFor(request => request.ExpiresInDays)
                .InclusiveBetween(1, ApiKey.MostDays)
                .WithMessage($"A key lives 1 to {ApiKey.MostDays} days.");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/api-keys",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToCreated(_ => "/api/v1/identity/api-keys")
                )
                .WithName(nameof(CreateApiKey))
                .Answers<Response>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .RequirePermission(IdentityModule.ApiKeys)
                .RequirePerson();
    }

    internal sealed class Handler(
        IdentityDbContext db,
        CurrentUser user,
        GrantablePermissions grantable,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<Response>>
    {
        private static readonly Error NotForKeys = new(
            ErrorKind.Unprocessable,
            "identity.not-for-keys",
            "A key cannot have rights over members, keys or the platform."
        );

        private static readonly Error TooMany = new(
            ErrorKind.Conflict,
            "identity.too-many-keys",
            $"You have {ApiKey.MostLivePerMember} keys. Revoke one that you no longer use."
        );

        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (Refuse(request.Scopes) is { } refusal)
            {
                return refusal;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var member = await db.Members.SingleOrDefaultAsync(row => row.Id == user.MemberId, cancellationToken);
            if (member is null)
            {
                return Rights.NoSuchMember;
            }

            // One at a time, so that two at once do not both become the last that is allowed.
            await db.LockUser(member.Id, cancellationToken);
            var now = clock.GetUtcNow();
            var live = await db.ApiKeys.CountAsync(
                row => row.MemberId == member.Id && row.RevokedAt == null && row.ExpiresAt > now,
                cancellationToken
            );
            if (live >= ApiKey.MostLivePerMember)
            {
                return TooMany;
            }

            var (secret, prefix, hash) = ApiKeySecret.New(user.WorkspaceId);
            var days = request.ExpiresInDays ?? ApiKey.DefaultDays;
            var key = ApiKey.Make(member, request.Name, request.Scopes, days, prefix, hash, now);
            db.ApiKeys.Add(key);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new Response(key.Id, key.Name, secret, prefix, key.Scopes, key.ExpiresAt);
        }

        private Error? Refuse(string[] scopes) =>
            !Array.TrueForAll(scopes, name => grantable.All.Contains(name, StringComparer.Ordinal)) ? RoleRules.Unknown
            : !Array.TrueForAll(scopes, ApiKey.MayHold) ? NotForKeys
            : !Array.TrueForAll(scopes, user.Permissions.Contains) ? Rights.NotYours
            : null;
    }
}
