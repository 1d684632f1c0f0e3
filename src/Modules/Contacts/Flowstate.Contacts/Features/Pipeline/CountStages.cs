using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Pipeline;

/// <summary>
/// How many of the caller's contacts stand in each stage, in the vocabulary asked for, else in the workspace's own words: a label that several stages share
/// is answered once, with their sum.
/// </summary>
internal static class CountStages
{
    internal sealed record Request(string? Vocabulary) : IRequest<Result<Response[]>>;

    /// <param name="Stages">The canonical stages behind the label.</param>
    internal sealed record Response(string Label, long Count, Stage[] Stages);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Vocabulary).OneOf([.. Vocabularies.Names]);
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/stages/counts",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(CountStages))
                .Answers<Response[]>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user) : IRequestHandler<Request, Result<Response[]>>
    {
        public async Task<Result<Response[]>> Handle(Request request, CancellationToken cancellationToken)
        {
            var labels = await db.StageLabels(cancellationToken);
            var own = user.SeesWholeWorkspace ? "" : "and owner_id = @me";
            var rows = await db.Read<Row>(
                $"""
                select stage, sum(count)::bigint as count from contacts.stage_counters
                where workspace_id = @ws {own} group by stage
                """,
                cancellationToken
            );
            var counts = rows.ToDictionary(row => Stages.OfCode(row.Stage), row => row.Count);
            return (Response[])
                [
                    .. Domain
                        .Stages.All.GroupBy(stage => labels.Of(stage, request.Vocabulary))
                        .Select(same => new Response(
                            same.Key,
                            same.Sum(stage => counts.GetValueOrDefault(stage)),
                            [.. same]
                        )),
                ];
        }

        internal sealed class Row
        {
            public string Stage { get; set; } = "";
            public long Count { get; set; }
        }
    }
}
