using Carter;
using Flowstate.Identity.Domain;
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
using Npgsql;

namespace Flowstate.Identity.Features.Members;

/// <summary>Gives a member another role or another place in the team.</summary>
internal static class UpdateMember
{
    /// <param name="Role">Null leaves it.</param>
    /// <param name="SponsorId">Null leaves it.</param>
    /// <param name="NoSponsor">True puts the member at the top of the team.</param>
    internal sealed record Body(string? Role = null, Guid? SponsorId = null, bool NoSponsor = false);

    internal sealed record Request(Guid Id, Body Body, long? Version)
        : IRequest<Result<Versioned<Response>>>,
            IAnswersOnce;

    internal sealed record Response(Guid Id, string Name, string Role, Guid? SponsorId, string Status, long Version);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() =>
            RuleFor(request => request.Body.SponsorId)
                .Must((request, sponsor) => sponsor is null || !request.Body.NoSponsor)
                .WithMessage("Name a sponsor or say that there is none.")
                .OverridePropertyName("sponsorId");
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPatch(
                    "/members/{id:guid}",
                    async (Guid id, Body body, IfMatch match, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id, body, match.Version), ct)).ToHttp()
                )
                .WithName(nameof(UpdateMember))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired)
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, SessionCheck check, TimeProvider clock)
        : IRequestHandler<Request, Result<Versioned<Response>>>
    {
        private static readonly Error Circle = new(
            ErrorKind.Conflict,
            "identity.sponsor-circle",
            "Nobody can be in their own downline."
        );

        public async Task<Result<Versioned<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (request.Version is null)
            {
                return IfMatch.Missing;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LockWorkspace(cancellationToken);
            var member = await db.Members.SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
            if (member is null)
            {
                return Rights.NoSuchMember;
            }

            if (member.Version != request.Version)
            {
                return db.StaleVersion.With("current", Show(member));
            }

            var role = request.Body.Role ?? member.Role;
            var sponsor = request.Body.NoSponsor ? null : request.Body.SponsorId ?? member.SponsorId;
            if (await Refusal(member, role, sponsor, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            member.Place(role, sponsor, clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException failed)
                when (failed.InnerException is PostgresException { ConstraintName: IdentityDbContext.NoSponsorCircle })
            {
                return Circle;
            }

            await transaction.CommitAsync(cancellationToken);
            await check.ForgetMember(user.WorkspaceId, member.Id);
            return new Versioned<Response>(Show(member), member.Version);
        }

        private async Task<Error?> Refusal(Member member, string role, Guid? sponsor, CancellationToken ct)
        {
            var roles = await db
                .Roles.Where(row => row.Name == role || row.Name == member.Role)
                .AsNoTracking()
                .ToListAsync(ct);
            if (!roles.Exists(row => row.Name == role))
            {
                return Rights.NoSuchRole;
            }

            if (role != member.Role && !roles.TrueForAll(user.Covers))
            {
                return Rights.NotYours;
            }

            if (role != Role.Owner && await db.IsLastOwner(member, ct))
            {
                return Rights.LastOwner;
            }

            return sponsor is null || await db.Members.AnyAsync(row => row.Id == sponsor, ct)
                ? null
                : Rights.NoSuchSponsor;
        }

        private static Response Show(Member member) =>
            new(member.Id, member.Name, member.Role, member.SponsorId, member.Status, member.Version);
    }
}
