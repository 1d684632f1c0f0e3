using Carter;
using Flowstate.Intelligence.Domain;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Features.NextActions;

/// <summary>How much today holds for the member, in actions and minutes, and how many more fall due tomorrow.</summary>
internal static class SummariseNextActions
{
    internal sealed record Request : IRequest<Result<Response>>;

    internal sealed record Response(int Due, int Minutes, int Tomorrow);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/next-actions/summary",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(SummariseNextActions))
                .Answers<Response>()
                .RequirePermission(IntelligenceModule.Read);
    }

    internal sealed class Handler(IntelligenceDbContext db, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken ct)
        {
            var day = MemberDay.Around(clock.GetUtcNow(), db.User.TimeZone);
            var me = db.User.MemberId;
            return await db
                    .NextActions.Where(row => row.OwnerId == me && row.DueAt < day.EndOfTomorrow)
                    .GroupBy(_ => 1)
                    .Select(rows => new Response(
                        rows.Count(row => row.DueAt < day.End),
                        rows.Where(row => row.DueAt < day.End).Sum(row => row.Minutes),
                        rows.Count(row => row.DueAt >= day.End)
                    ))
                    .SingleOrDefaultAsync(ct)
                ?? new Response(0, 0, 0);
        }
    }
}
