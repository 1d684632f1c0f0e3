using Carter;
using Flowstate.Campaigns.Domain;
using Flowstate.Campaigns.Events;
using Flowstate.Campaigns.Features.Words;
using Flowstate.Campaigns.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Campaigns.Features.Sends;

/// <summary>
/// The member tapped Send. With an <c>id</c> of the client's own, a tap that is repeated (a lost answer, a double tap)
/// is one send and one event.
/// </summary>
internal static class RecordSend
{
    internal sealed record Request(
        Guid ContactId,
        SendChannel Channel,
        string Text,
        Guid? TemplateId = null,
        Guid? Id = null
    ) : IRequest<Result<Response>>;

    internal sealed record Response(Guid Id);

    private static readonly Error SendIdTaken = new(
        ErrorKind.Conflict,
        "campaigns.send-id-taken",
        "Words to another contact have this id. Give every send an id of its own."
    );

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.ContactId).NotEmpty();
            RuleFor(request => request.Channel).IsInEnum();
            RuleFor(request => request.Text).NotNull().Text(RenderWords.Longest);
            RuleFor(request => request.Id).NotEqual(Guid.Empty);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/sends",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToCreated(sent => $"/api/v1/campaigns/sends/{sent.Id}")
                )
                .WithName(nameof(RecordSend))
                .Answers<Response>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(CampaignsModule.Write);
    }

    internal sealed class Handler(CampaignsDbContext db, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken ct)
        {
            if (await db.Addressees([request.ContactId], ct) is [])
            {
                return AddresseeQuery.NotFound;
            }

            var (workspace, member, now) = (db.User.WorkspaceId, db.User.MemberId!.Value, clock.GetUtcNow());
            var id = request.Id ?? Guid.CreateVersion7(now);
            var channel = Code.Of(request.Channel);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            // Whoever is erased meanwhile is erased before the words are written, or after.
            var inserted = await db.Database.ExecuteSqlAsync(
                $"""
                insert into campaigns.sends (workspace_id, id, contact_id, member_id, template_id, channel, text, at)
                select {workspace}, {id}, r.contact_id, {member}, {request.TemplateId}, {channel}, {request.Text}, {now}
                from campaigns.recipients r
                where r.workspace_id = {workspace} and r.contact_id = {request.ContactId} and not r.deleted for share
                on conflict do nothing
                """,
                ct
            );
            if (inserted == 1)
            {
                db.Raise(
                    new WordsSent(
                        workspace,
                        id,
                        1,
                        now,
                        request.ContactId,
                        member,
                        request.TemplateId,
                        channel,
                        request.Text
                    )
                );
                await db.SaveChangesAsync(ct);
            }
            else if (
                await db.Sends.AsNoTracking().FirstOrDefaultAsync(sent => sent.Id == id, ct) is var sent
                && sent?.ContactId != request.ContactId
            )
            {
                return sent is null ? AddresseeQuery.NotFound : SendIdTaken;
            }

            await transaction.CommitAsync(ct);
            return new Response(id);
        }
    }
}
