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

/// <summary>The stages in a vocabulary, or in the workspace's own words, in order, each with the canonical code it is stored as.</summary>
internal static class ListStages
{
    internal sealed record Request(string? Vocabulary) : IRequest<Result<Response[]>>;

    internal sealed record Response(Stage Stage, string Label);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Vocabulary).OneOf([.. Vocabularies.Names]);
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/stages",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(ListStages))
                .Answers<Response[]>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db) : IRequestHandler<Request, Result<Response[]>>
    {
        public async Task<Result<Response[]>> Handle(Request request, CancellationToken cancellationToken)
        {
            var labels = await db.StageLabels(cancellationToken);
            return (Response[])
                [
                    .. Domain
                        .Stages.All.Select(stage => new Response(stage, labels.Of(stage, request.Vocabulary)))
                        .DistinctBy(stage => stage.Label),
                ];
        }
    }
}
