using Carter;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Features.Subjects;

/// <summary>All that this module knows of a person, for the person, as JSON: its copy of them and what it makes of it.</summary>
internal static class ExportSubject
{
    internal sealed record Request(Guid ContactId) : IRequest<Result<ExportFile>>;

    private static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "intelligence.contact-not-found",
        "There is no such contact. It may have been deleted, or added a moment ago."
    );

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/subjects/{contactId:guid}/personal-data",
                    async (Guid contactId, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(contactId), ct)).ToFile(ct)
                )
                .WithName(nameof(ExportSubject))
                .Produces(StatusCodes.Status200OK, contentType: "application/json")
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(IntelligenceModule.PersonalData)
                .RequirePerson();
    }

    internal sealed class Handler(IntelligenceDbContext db) : IRequestHandler<Request, Result<ExportFile>>
    {
        public async Task<Result<ExportFile>> Handle(Request request, CancellationToken ct)
        {
            var (id, me, seesAll) = (request.ContactId, db.User.MemberId, db.User.SeesWholeWorkspace);
            if (!await db.Subjects.AnyAsync(row => row.ContactId == id && (seesAll || row.OwnerId == me), ct))
            {
                return NotFound;
            }

            await db.Audit("exported", "personal-data", id, new { }, ct);
            return PersonalData.Of(
                db,
                [id],
                new("subject", Of("subjects")),
                // A closed one says nothing any more.
                new("followUps", $"{Of("follow_ups")} and open"),
                new("snooze", Of("snoozes")),
                new("nextAction", Of("next_actions"))
            );
        }

        private static string Of(string table) =>
            $"select * from intelligence.{table} where workspace_id = @ws and contact_id = any(@ids)";
    }
}
