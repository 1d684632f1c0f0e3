using Carter;
using Flowstate.Campaigns.Domain;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Campaigns.Features.Templates;

/// <summary>All templates of the workspace, or those of one purpose: few enough for one answer.</summary>
internal static class ListTemplates
{
    internal sealed record Request(string? Purpose) : IRequest<Result<IReadOnlyList<TemplateView>>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() =>
            RuleFor(request => request.Purpose)
                .Must(purpose => purpose is null || Code.All<Purpose>().Contains(purpose))
                .WithMessage($"Choose one of {string.Join(", ", Code.All<Purpose>())}.");
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/templates",
                    async (string? purpose, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(purpose), ct)).ToHttp()
                )
                .WithName(nameof(ListTemplates))
                .Answers<IReadOnlyList<TemplateView>>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(CampaignsModule.Read);
    }

    internal sealed class Handler(TemplateShelf shelf) : IRequestHandler<Request, Result<IReadOnlyList<TemplateView>>>
    {
        public async Task<Result<IReadOnlyList<TemplateView>>> Handle(Request request, CancellationToken ct)
        {
            var all = await shelf.All(ct);
            TemplateView[] wanted =
            [
                .. all.Where(template => request.Purpose is null || Code.Of(template.Purpose) == request.Purpose),
            ];
            return wanted;
        }
    }
}
