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

namespace Flowstate.Contacts.Features.Duplicates;

/// <summary>The merges that can still be undone, newest first, by keyset: those of contacts that the member sees.</summary>
internal static class ListMerges
{
    internal sealed record Request(string? Cursor, int? Limit) : IRequest<Result<Page<Response>>>;

    internal sealed record Response(
        Guid Id,
        Guid KeptId,
        string KeptName,
        Guid MergedId,
        string MergedName,
        DateTimeOffset At,
        DateTimeOffset UndoableUntil,
        string? ByName
    );

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/merges",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(ListMerges))
                .Answers<IReadOnlyList<Response>>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, TimeProvider clock)
        : IRequestHandler<Request, Result<Page<Response>>>
    {
        public async Task<Result<Page<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (!Shared.Slices.Cursor.TryRead(request.Cursor, out var after))
            {
                return Shared.Slices.Cursor.Unreadable;
            }

            var limit = request.Limit ?? 25;
            var rows = await db.Read<Row>(
                $"""
                select m.id, m.at, k.id as kept_id, k.name as kept_name, o.id as merged_id, o.name as merged_name,
                  b.name as by_name
                from contacts.merges m
                join contacts.contacts k on k.id = m.kept_id and {db.Visible("k")}
                join contacts.contacts o on o.workspace_id = @ws and o.id = m.merged_id
                left join contacts.members b on b.workspace_id = @ws and b.id = m.by_member_id
                where m.workspace_id = @ws and m.undone_at is null and m.record is not null and m.at > @since
                  {(db.User.SeesWholeWorkspace ? "" : "and o.owner_id = @me")}
                  {(after is null ? "" : "and (m.at, m.id) < (@at, @after)")}
                order by m.at desc, m.id desc limit @take
                """,
                cancellationToken,
                ("take", limit + 1),
                ("since", clock.GetUtcNow() - Merge.Undoable),
                ("at", after?.At ?? default),
                ("after", after?.Id ?? default)
            );
            var page = rows.Take(limit).ToList();
            return new Page<Response>(
                [.. page.Select(row => row.ToResponse())],
                rows.Count > limit ? new Cursor(page[^1].At, page[^1].Id).ToString() : null
            );
        }
    }

    internal sealed class Row
    {
        public Guid Id { get; set; }
        public DateTimeOffset At { get; set; }
        public Guid KeptId { get; set; }
        public string KeptName { get; set; } = "";
        public Guid MergedId { get; set; }
        public string MergedName { get; set; } = "";
        public string? ByName { get; set; }

        public Response ToResponse() =>
            new(Id, KeptId, KeptName, MergedId, MergedName, At, At + Merge.Undoable, ByName);
    }
}
