using System.Text.Json.Serialization;
using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Jobs;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>
/// Starts an uploaded import. A column that the mapping does not name keeps its suggestion; <c>stage</c> is where new contacts
/// start (default lead), <c>existing</c> what happens to people who are there already: <c>fill</c> their blanks (default),
/// <c>overwrite</c> what the file says otherwise, or <c>leave</c> them. Started twice it is still one import. 409 <c>contacts.import-over</c>.
/// </summary>
internal static class RunImport
{
    private static readonly Error Over = new(
        ErrorKind.Conflict,
        "contacts.import-over",
        "This import is already done. Upload the file again to import it once more."
    );

    internal sealed record MappedColumn(string Column, string Field);

    internal sealed record Request : IRequest<Result<Response>>
    {
        [JsonIgnore]
        public Guid ImportId { get; init; }

        public IReadOnlyList<MappedColumn>? Mapping { get; init; }

        /// <summary>A code or a label of any vocabulary.</summary>
        public string? Stage { get; init; }

        public string? Existing { get; init; }
    }

    internal sealed record Response(Guid TaskId);

    private const int MostColumns = 1000;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Stage)
                .Must(stage => stage.Tidy() is null || Vocabularies.Read(stage!) is not null)
                .WithMessage("There is no such stage.");
            RuleFor(request => request.Existing).OneOf(Code.All<Existing>());
            RuleFor(request => request.Mapping)
                .Must(mapping => mapping is null || mapping.Count <= MostColumns)
                .WithMessage($"At most {MostColumns} columns.");
            RuleForEach(request => request.Mapping)
                .Must(column => column?.Column is not null && FieldOf(column) is not null)
                .WithMessage($"A field is one of: {string.Join(", ", ImportView.Offered.Select(Code.Of))}.")
                .When(request => request.Mapping is { Count: <= MostColumns });
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/imports/{importId:guid}/start",
                    async (Guid importId, Request? request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send((request ?? new Request()) with { ImportId = importId }, ct)).ToAccepted(
                            started => $"/api/v1/tasks/{started.TaskId}"
                        )
                )
                .WithName(nameof(RunImport))
                .Answers<Response>(StatusCodes.Status202Accepted)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(ContactsModule.Import);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, JobQueue jobs, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LockImport(request.ImportId, cancellationToken);
            var import = await db.Set<Import>()
                .VisibleTo(user)
                .SingleOrDefaultAsync(row => row.Id == request.ImportId, cancellationToken);
            if (import is null)
            {
                return ImportReads.NotFound;
            }

            if (import.IsOver)
            {
                return Over;
            }

            if (import.State == ImportState.Mapping)
            {
                var now = clock.Moment();
                var stage = request.Stage.Tidy() is { } text ? Vocabularies.Read(text)! : Stage.Lead;
                import.Queue(Chosen(request), stage.Value, Code.Read<Existing>(request.Existing) ?? default, now);
                db.Add(new BackgroundTask(import.Id, user.WorkspaceId, "contacts.import", user.MemberId, now));
                await db.SaveChangesAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            // Enqueued twice it does no harm: each chunk is fenced by the row it expects.
            var (workspace, id) = (user.WorkspaceId, import.Id);
            jobs.Enqueue<ImportContacts>(job => job.Run(workspace, id, CancellationToken.None));
            return new Response(id);
        }

        private static Dictionary<string, ContactField> Chosen(Request request)
        {
            var chosen = new Dictionary<string, ContactField>(StringComparer.OrdinalIgnoreCase);
            foreach (var column in request.Mapping ?? [])
            {
                chosen[column.Column] = FieldOf(column)!.Value;
            }

            return chosen;
        }
    }

    private static ContactField? FieldOf(MappedColumn column) =>
        Code.Read<ContactField>(column.Field) is { } field && field != ContactField.Detail ? field : null;
}
