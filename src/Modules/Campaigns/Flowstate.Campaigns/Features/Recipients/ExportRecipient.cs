using Carter;
using Flowstate.Campaigns.Features.Words;
using Flowstate.Campaigns.Persistence;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Campaigns.Features.Recipients;

/// <summary>All that this module knows of a person, for the person, as JSON: its copy of them and the words that were sent.</summary>
internal static class ExportRecipient
{
    internal sealed record Request(Guid ContactId) : IRequest<Result<ExportFile>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/recipients/{contactId:guid}/personal-data",
                    async (Guid contactId, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(contactId), ct)).ToFile(ct)
                )
                .WithName(nameof(ExportRecipient))
                .Produces(StatusCodes.Status200OK, contentType: "application/json")
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(CampaignsModule.PersonalData)
                .RequirePerson();
    }

    internal sealed class Handler(CampaignsDbContext db) : IRequestHandler<Request, Result<ExportFile>>
    {
        public async Task<Result<ExportFile>> Handle(Request request, CancellationToken ct)
        {
            var (id, me, seesAll) = (request.ContactId, db.User.MemberId, db.User.SeesWholeWorkspace);
            if (!await db.Recipients.AnyAsync(row => row.ContactId == id && (seesAll || row.OwnerId == me), ct))
            {
                return AddresseeQuery.NotFound;
            }

            await db.Audit("exported", "personal-data", id, new { }, ct);
            return PersonalData.Of(
                db,
                [id],
                new(
                    "recipient",
                    "select * from campaigns.recipients where workspace_id = @ws and contact_id = any(@ids)"
                ),
                new(
                    "sends",
                    """
                    select s.*, t.name as template from campaigns.sends s
                    left join campaigns.templates t on t.workspace_id = s.workspace_id and t.id = s.template_id
                    where s.workspace_id = @ws and s.contact_id = any(@ids) order by s.at
                    """
                )
            );
        }
    }
}
