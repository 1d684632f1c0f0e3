using System.Text.Json.Serialization;
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

/// <summary>
/// Replaces what people wrote about a contact; custom fields that are not named stay. 428 without If-Match; 412 <c>contacts.stale-version</c> with the
/// <c>current</c> card when somebody was faster; 409 <c>contacts.email-taken</c>.
/// </summary>
internal static class UpdateContact
{
    internal sealed record Request : ContactBody, IRequest<Result<Versioned<Response>>>
    {
        [JsonIgnore]
        public Guid Id { get; init; }

        [JsonIgnore]
        public IfMatch IfMatch { get; init; }
    }

    internal sealed record Response(Guid Id, long Version);

    internal sealed class Validator : ContactBodyValidator<Request>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/{id:guid}",
                    async (Guid id, Request request, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { Id = id, IfMatch = ifMatch }, ct)).ToHttp()
                )
                .WithName(nameof(UpdateContact))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(
        ContactsDbContext db,
        SensitiveFields sensitive,
        WrittenFields fields,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<Versioned<Response>>>
    {
        public async Task<Result<Versioned<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (request.IfMatch.Version is not { } version)
            {
                return IfMatch.Missing;
            }

            Contact? edited = null;
            try
            {
                var country = request.Phones is { Count: > 0 } ? await db.Country(cancellationToken) : null;
                var result = await db.Change<Versioned<Response>>(
                    request.Id,
                    async contact =>
                    {
                        if (contact.Version != version)
                        {
                            return db.StaleVersion;
                        }

                        if (await fields.Apply(contact, request.Fields, cancellationToken) is { Error: { } wrong })
                        {
                            return wrong;
                        }

                        edited = contact;
                        var cadence = await db.CadenceDays(cancellationToken);
                        contact.Edit(request.Draft(), country, cadence, clock.Moment());
                        return new Versioned<Response>(new Response(contact.Id, contact.Version), contact.Version);
                    },
                    cancellationToken
                );
                return result.Error?.Kind == ErrorKind.Stale
                    ? result.Error.With("current", await db.Card(sensitive, request.Id, cancellationToken))
                    : result;
            }
            catch (Refused refused) when (refused.Error == ContactsDbContext.EmailTaken)
            {
                return await db.WhoHasMail(edited!, cancellationToken);
            }
        }
    }
}
