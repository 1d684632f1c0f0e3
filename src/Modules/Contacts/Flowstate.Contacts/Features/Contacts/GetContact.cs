using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>The card of one contact, with its version as ETag. 404 <c>contacts.merged</c> says which one it went into.</summary>
internal static class GetContact
{
    internal sealed record Request(Guid Id) : IRequest<Result<Versioned<ContactCard>>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/{id:guid}",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(GetContact))
                .Answers<ContactCard>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, SensitiveFields sensitive)
        : IRequestHandler<Request, Result<Versioned<ContactCard>>>
    {
        public async Task<Result<Versioned<ContactCard>>> Handle(
            Request request,
            CancellationToken cancellationToken
        ) =>
            await db.Card(sensitive, request.Id, cancellationToken) is { } card
                ? new Versioned<ContactCard>(card, card.Version)
                : await db.NotHere(request.Id, cancellationToken);
    }
}
