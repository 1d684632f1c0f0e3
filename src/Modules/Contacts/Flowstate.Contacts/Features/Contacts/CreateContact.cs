using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>Adds a contact as a lead. Refused with 409 <c>contacts.email-taken</c> and the other's id.</summary>
internal static class CreateContact
{
    internal sealed record Request : ContactBody, IRequest<Result<Versioned<Response>>>;

    internal sealed record Response(Guid Id, long Version);

    internal sealed class Validator : ContactBodyValidator<Request>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp(created => $"/api/v1/contacts/{created.Id}")
                )
                .WithName(nameof(CreateContact))
                .Answers<Response>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, WrittenFields fields, TimeProvider clock)
        : IRequestHandler<Request, Result<Versioned<Response>>>
    {
        public async Task<Result<Versioned<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var country = request.Phones is { Count: > 0 } ? await db.Country(cancellationToken) : null;
            var contact = Contact.Create(
                user.WorkspaceId,
                user.MemberId ?? Guid.Empty,
                request.Draft(),
                country,
                clock.Moment()
            );
            if (await fields.Apply(contact, request.Fields, cancellationToken) is { Error: { } wrong })
            {
                return wrong;
            }

            db.Add(contact);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (Refused refused) when (refused.Error == ContactsDbContext.EmailTaken)
            {
                return await db.WhoHasMail(contact, cancellationToken);
            }

            return new Versioned<Response>(new Response(contact.Id, contact.Version), contact.Version);
        }
    }
}
