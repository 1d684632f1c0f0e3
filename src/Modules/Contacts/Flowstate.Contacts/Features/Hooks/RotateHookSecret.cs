using System.Text.Json.Serialization;
using Carter;
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
/// A new secret, shown once. The one before it counts for some hours more, so that the sender can be changed in peace; none
/// before that.
/// </summary>
internal static class RotateHookSecret
{
    /// <param name="OverlapHours">0 to 168; without it 24. 0 where the old secret is known to others.</param>
    internal sealed record Request(string? Secret = null, int? OverlapHours = null)
        : IRequest<Result<Response>>,
            IAnswersOnce
    {
        [JsonIgnore]
        public Guid Id { get; init; }
    }

    internal sealed record Response(Guid Id, string Secret, DateTimeOffset PreviousUntil);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Secret).HookSecret();
            RuleFor(request => request.OverlapHours).InclusiveBetween(0, 168);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/hook-sources/{id:guid}/secret",
                    async (Guid id, Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { Id = id }, ct)).ToHttp()
                )
                .WithName(nameof(RotateHookSecret))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .RequirePermission(ContactsModule.Hooks)
                .RequirePerson();
    }

    internal sealed class Handler(ContactsDbContext db, HookSecrets secrets, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var source = await db.HookSources.SingleOrDefaultAsync(
                row => row.Id == request.Id && row.RevokedAt == null,
                cancellationToken
            );
            if (source is null)
            {
                return HookSourceView.NotFound;
            }

            var secret = HookSecret.Read(request.Secret) ?? HookSecret.New();
            var until = clock.Moment().AddHours(request.OverlapHours ?? 24);
            secrets.Rotate(source, secret, until);
            await db.SaveChangesAsync(cancellationToken);
            return new Response(source.Id, HookSecret.Text(secret), until);
        }
    }
}
