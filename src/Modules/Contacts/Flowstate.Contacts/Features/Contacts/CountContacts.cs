using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// How many contacts a list has: exact up to 10,000, beyond that estimated from a sample, and <c>exact</c> says which.
/// Takes what the list takes.
/// </summary>
internal static class CountContacts
{
    private const int MostExact = 10_000;
    private const int Sample = 5_000;

    internal sealed record Request(string? Search, string? Stage, int? Warmth, string? Tag, string? Filter)
        : IAudienceRequest,
            IRequest<Result<Response>>;

    internal sealed record Response(long Count, bool Exact);

    internal sealed class Validator : AudienceValidator<Request>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/count",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(CountContacts))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, TimeProvider clock) : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var audience = await request.Audience(db, clock, cancellationToken);
            if (audience.Error is { } wrong)
            {
                return wrong;
            }

            var who = audience.Value;
            var (with, where) = await who.Sql(db, cancellationToken);
            var from = who.Filter.NeedsRhythm
                ? "join contacts.contact_rhythms r on r.workspace_id = c.workspace_id and r.contact_id = c.id"
                : "";
            var counted = await One(
                $"{with} select count(*) as n from (select 1 from contacts.contacts c {from} where {where} limit {MostExact + 1}) few"
            );
            return counted <= MostExact
                ? new Response(counted, Exact: true)
                : new Response(await Estimate(), Exact: false);

            async Task<long> One(string sql) =>
                (await db.Rows<Audience.Counted>(sql, who.Parameters(db), cancellationToken))[0].N;

            async Task<long> Estimate()
            {
                var all = await All(cancellationToken);
                // Pages of the whole table are read: a part of them that holds enough of these, and no more than a twentieth.
                var percent = Math.Clamp(100m * Sample / Math.Max(all, 1), 0.1m, 5m);
                var sampled =
                    $"contacts.contacts c tablesample system ({percent.ToString(System.Globalization.CultureInfo.InvariantCulture)}) repeatable (1)";
                var seen = await One($"select count(*) as n from {sampled} where {db.Visible("c")}");
                var matching = await One($"{with} select count(*) as n from {sampled} {from} where {where}");
                var estimate = seen == 0 ? counted : all * matching / seen;
                return Math.Clamp(estimate, counted, Math.Max(all, counted));
            }
        }

        // The counters are kept by every write; they know deleted contacts no more.
        private async Task<long> All(CancellationToken ct)
        {
            var mine = db.User.SeesWholeWorkspace ? "" : " and owner_id = @me";
            var sql =
                $"select coalesce(sum(count), 0)::bigint as n from contacts.stage_counters where workspace_id = @ws{mine}";
            return (await db.Rows<Audience.Counted>(sql, db.Parameters(), ct))[0].N;
        }
    }
}
