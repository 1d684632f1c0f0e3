using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Profile;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Workspaces;

internal static class UpdateWorkspace
{
    /// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
    /// <param name="TimeZone">IANA id.</param>
    internal sealed record Body(string Name, string? Country, string TimeZone);

    internal sealed record Request(Body Body, long? Version) : IRequest<Result<Versioned<MyWorkspace>>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Body.Name).WorkspaceName().OverridePropertyName("name");
            RuleFor(request => request.Body.Country).Country().OverridePropertyName("country");
            RuleFor(request => request.Body.TimeZone).ChosenTimeZone().OverridePropertyName("timeZone");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/workspace",
                    async (Body body, IfMatch match, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(body, match.Version), ct)).ToHttp()
                )
                .WithName(nameof(UpdateWorkspace))
                .Answers<MyWorkspace>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired)
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(IdentityDbContext db, TimeProvider clock)
        : IRequestHandler<Request, Result<Versioned<MyWorkspace>>>
    {
        public async Task<Result<Versioned<MyWorkspace>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (request.Version is null)
            {
                return IfMatch.Missing;
            }

            var workspace = await db.Workspaces.SingleAsync(cancellationToken);
            if (workspace.Version != request.Version)
            {
                return db.StaleVersion.With("current", Show(workspace));
            }

            var (name, country, timeZone) = request.Body;
            workspace.Describe(name, country, timeZone, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return new Versioned<MyWorkspace>(Show(workspace), workspace.Version);
        }

        private static MyWorkspace Show(Workspace workspace) =>
            new(workspace.Id, workspace.Name, workspace.Country, workspace.TimeZone, workspace.Version);
    }
}
