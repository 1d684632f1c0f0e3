using System.Text.Json.Serialization;
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
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Pipeline;

/// <summary>
/// Sets the gates and names the stages, for everybody in the workspace and from the next move on; nobody is moved by it.
/// Gates that are not named stay strict, stages that are not named are called as ever.
/// </summary>
internal static class ChangePipelineSettings
{
    /// <param name="Gates">By stage (relationship, invited, qualified, presentationSent, followUp, signedUp): strict, advisory or off.</param>
    /// <param name="Labels">By stage code: at most 40 characters, no two alike, none the name of another stage.</param>
    internal sealed record Request(
        IReadOnlyDictionary<string, string>? Gates = null,
        IReadOnlyDictionary<string, string>? Labels = null
    ) : IRequest<Result<Versioned<PipelineView>>>
    {
        [JsonIgnore]
        public IfMatch IfMatch { get; init; }

        public string LabelOf(Stage stage) => Labels?.GetValueOrDefault(stage.Code()).Tidy() ?? "";

        public GateMode Into(Stage stage) =>
            Code.Read<GateMode>(Gates?.GetValueOrDefault(stage.Code())) ?? GateMode.Strict;
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        private static readonly string[] Gated =
        [
            .. Stages.All.Where(stage => GateModes.Strict.Into(stage) == GateMode.Strict).Select(stage => stage.Code()),
        ];

        private static readonly string[] Codes = [.. Stages.All.Select(stage => stage.Code())];

        public Validator()
        {
            RuleFor(request => request.Gates)
                .Must(gates => gates is null || gates.Keys.All(Gated.Contains))
                .WithMessage($"There are gates into {string.Join(", ", Gated)}.")
                .Must(gates => gates is null || gates.Values.All(mode => Code.Read<GateMode>(mode) is not null))
                .WithMessage($"A gate is one of: {string.Join(", ", Code.All<GateMode>())}.");
            RuleFor(request => request.Labels)
                .Must(labels => labels is null || labels.Keys.All(Codes.Contains))
                .WithMessage($"The stages are {string.Join(", ", Codes)}.")
                .Must(labels => labels is null || labels.Values.All(IsLabel))
                .WithMessage(
                    $"A name is at most {StageLabels.Longest} characters on one line, with a letter or digit."
                );
            RuleFor(request => request.Labels)
                .Must((request, _) => new StageLabels(LabelsOf(request)).AreApart())
                .WithMessage("No two stages may be called alike, and none by the name of another.");
        }

        private static bool IsLabel(string? label) =>
            label.Tidy() is not { } text
            || (text.Length <= StageLabels.Longest && text.Any(char.IsLetterOrDigit) && !text.Any(char.IsControl));
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/pipeline-settings",
                    async (Request request, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { IfMatch = ifMatch }, ct)).ToHttp()
                )
                .WithName(nameof(ChangePipelineSettings))
                .Answers<PipelineView>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired)
                .RequirePermission(ContactsModule.Pipeline);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user)
        : IRequestHandler<Request, Result<Versioned<PipelineView>>>
    {
        public async Task<Result<Versioned<PipelineView>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (request.IfMatch.Version is not { } version)
            {
                return IfMatch.Missing;
            }

            var settings = await db.PipelineSettings.FirstOrDefaultAsync(cancellationToken);
            if ((settings?.Version ?? 0) != version)
            {
                return db.StaleVersion.With("current", PipelineView.Of(settings));
            }

            if (settings is null)
            {
                db.Add(settings = PipelineSettings.Start(user.WorkspaceId));
            }

            settings.Change(
                new GateModes(
                    request.Into(Stage.Relationship),
                    request.Into(Stage.Invited),
                    request.Into(Stage.Qualified),
                    request.Into(Stage.PresentationSent),
                    request.Into(Stage.FollowUp),
                    request.Into(Stage.SignedUp)
                ),
                LabelsOf(request)
            );
            await db.SaveChangesAsync(cancellationToken);
            return new Versioned<PipelineView>(PipelineView.Of(settings), settings.Version);
        }
    }

    // What is called as ever is not kept: a later release may call it better.
    private static List<string> LabelsOf(Request request) =>
        [.. Stages.All.Select(stage => request.LabelOf(stage) is var own && own == stage.Label() ? "" : own)];
}
