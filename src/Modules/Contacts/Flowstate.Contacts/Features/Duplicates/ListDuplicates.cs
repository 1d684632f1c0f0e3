using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Duplicates;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Duplicates;

/// <summary>
/// Pairs of contacts that may be one person, the surest first, by keyset. Only where the member sees both, and only while the
/// reasons hold: they are worked out anew for the pairs of the page.
/// </summary>
internal static class ListDuplicates
{
    internal sealed record Request(string? Cursor, int? Limit) : IRequest<Result<Page<Response>>>;

    /// <param name="Left">The one that came first.</param>
    internal sealed record Response(
        PairPerson Left,
        PairPerson Right,
        Strength Strength,
        IReadOnlyList<Reason> Reasons
    );

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/duplicates",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(ListDuplicates))
                .Answers<IReadOnlyList<Response>>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db) : IRequestHandler<Request, Result<Page<Response>>>
    {
        public async Task<Result<Page<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (!PairCursor.TryRead(request.Cursor, out var after))
            {
                return Shared.Slices.Cursor.Unreadable;
            }

            var limit = request.Limit ?? 25;
            var rows = await db.Read<Row>(
                Sql(db, after is not null),
                cancellationToken,
                ("take", limit + 1),
                ("strength", after?.Strength ?? 0),
                ("left", after?.Left ?? default),
                ("right", after?.Right ?? default)
            );
            var page = rows.Take(limit).ToList();
            return new Page<Response>(
                [.. page.Select(row => row.ToResponse())],
                rows.Count > limit ? new PairCursor(page[^1].Found, page[^1].LId, page[^1].RId).ToString() : null
            );
        }
    }

    // A pair at a time, in the order of the list: without "offset 0" a planner that has no statistics yet compares all
    // contacts with all.
    public static string Sql(ContactsDbContext db, bool paged) =>
        $"""
            select d.strength as found, a.strength, a.mail, a.phone, a.name, a.company,
              {Columns("l")}, {Columns("r")}, lr.last_touch_at as l_last_touch_at, rr.last_touch_at as r_last_touch_at
            from contacts.duplicate_pairs d
            cross join lateral (
              select * from contacts.contacts l where l.id = d.left_id and {db.Visible("l")} offset 0) l
            cross join lateral (
              select * from contacts.contacts r where r.id = d.right_id and {db.Visible("r")} offset 0) r
            cross join lateral (
              select w.*, {Likeness.Strength("w")} as strength from {Likeness.Of("l", "r")} w offset 0) a
            join contacts.contact_rhythms lr on lr.workspace_id = @ws and lr.contact_id = d.left_id
            join contacts.contact_rhythms rr on rr.workspace_id = @ws and rr.contact_id = d.right_id
            where d.workspace_id = @ws and d.dismissed_at is null and a.strength > 0
              {(paged ? "and (d.strength, d.left_id, d.right_id) < (@strength, @left, @right)" : "")}
            order by d.strength desc, d.left_id desc, d.right_id desc limit @take
            """;

    private static string Columns(string side) =>
        $"""
            {side}.id as {side}_id, {side}.name as {side}_name, {side}.organisation as {side}_organisation,
              {side}.primary_email as {side}_primary_email, {side}.primary_phone as {side}_primary_phone, {side}.stage as {side}_stage,
              {side}.owner_id as {side}_owner_id, {side}.created_at as {side}_created_at
            """;

    internal sealed class Row
    {
        public short Found { get; set; }
        public short Strength { get; set; }
        public bool Mail { get; set; }
        public bool Phone { get; set; }
        public float Name { get; set; }
        public bool Company { get; set; }
        public Guid LId { get; set; }
        public string LName { get; set; } = "";
        public string? LOrganisation { get; set; }
        public string? LPrimaryEmail { get; set; }
        public string? LPrimaryPhone { get; set; }
        public string LStage { get; set; } = "";
        public Guid LOwnerId { get; set; }
        public DateTimeOffset LCreatedAt { get; set; }
        public DateTimeOffset? LLastTouchAt { get; set; }
        public Guid RId { get; set; }
        public string RName { get; set; } = "";
        public string? ROrganisation { get; set; }
        public string? RPrimaryEmail { get; set; }
        public string? RPrimaryPhone { get; set; }
        public string RStage { get; set; } = "";
        public Guid ROwnerId { get; set; }
        public DateTimeOffset RCreatedAt { get; set; }
        public DateTimeOffset? RLastTouchAt { get; set; }

        public Response ToResponse() =>
            new(
                new PairPerson(
                    LId,
                    LName,
                    LOrganisation,
                    LPrimaryEmail,
                    LPrimaryPhone,
                    Stages.OfCode(LStage),
                    LOwnerId,
                    LCreatedAt,
                    LLastTouchAt
                ),
                new PairPerson(
                    RId,
                    RName,
                    ROrganisation,
                    RPrimaryEmail,
                    RPrimaryPhone,
                    Stages.OfCode(RStage),
                    ROwnerId,
                    RCreatedAt,
                    RLastTouchAt
                ),
                (Strength)Strength,
                Likeness.Reasons(Mail, Phone, Name, Company)
            );
    }
}
