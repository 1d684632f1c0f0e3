using System.Text.Json;
using System.Text.Json.Serialization;
using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Filters;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// Contacts by keyset, newest first or by <c>sort</c> (<c>created</c>, <c>name</c>, <c>lastTouch</c>, <c>nextTouch</c>, with
/// a minus for the other way round; who has no such date comes last). A search is exact over names, organisation, title,
/// mails, phones, handles, tags and the words of notes, whatever the accents, and takes at least two characters
/// (400 <c>contacts.search-too-short</c>). <c>filter</c> is a tree in JSON, see
/// <see cref="ReadFilter"/>. <c>extras</c> adds what further columns show.
/// </summary>
internal static class ListContacts
{
    internal sealed record Request(
        string? Search,
        string? Stage,
        int? Warmth,
        string? Tag,
        string? Filter,
        string? Sort,
        bool? Extras,
        string? Cursor,
        int? Limit
    ) : IAudienceRequest, IRequest<Result<Page<Response>>>;

    internal sealed record Response(
        Guid Id,
        string Name,
        string FirstName,
        string? LastName,
        string? Organisation,
        string? Email,
        string? Phone,
        Stage Stage,
        int Warmth,
        DateTimeOffset? LastTouchAt,
        DateTimeOffset? NextTouchAt,
        DateTimeOffset? NextFollowUpAt,
        DateTimeOffset CreatedAt,
        Guid OwnerId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Extras? Extras = null
    );

    /// <param name="Fields">The custom fields by key, without the sensitive ones.</param>
    internal sealed record Extras(
        string? Title,
        string? Country,
        string? Language,
        string? Source,
        IReadOnlyList<string> Tags,
        IReadOnlyDictionary<string, JsonElement> Fields
    );

    internal sealed class Validator : AudienceValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Limit).InclusiveBetween(1, 200);
            RuleFor(request => request.Sort).OneOf(ContactSort.Codes);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(ListContacts))
                .Answers<IReadOnlyList<Response>>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, TimeProvider clock)
        : IRequestHandler<Request, Result<Page<Response>>>
    {
        public async Task<Result<Page<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (request.Filter is not null || request.Extras == true || request.Sort is not (null or "-created"))
            {
                return await Sorted(request, cancellationToken);
            }

            var search = SearchTerm.Read(request.Search);
            if (search.Error is { } tooShort)
            {
                return tooShort;
            }

            if (!Shared.Slices.Cursor.TryRead(request.Cursor, out var after))
            {
                return Shared.Slices.Cursor.Unreadable;
            }

            var limit = request.Limit ?? 50;
            var stage = request.Stage is { } text ? Vocabularies.Read(text) : null;
            var query = new ContactQuery(search.Value, stage, request.Warmth, request.Tag.Tidy(), after, limit + 1);
            var rows = await query.Read(db, cancellationToken);
            var more = rows.Count > limit;
            var page = rows.Take(limit).ToList();
            return new Page<Response>(
                [.. page.Select(row => ToResponse(row))],
                more ? new Cursor(page[^1].CreatedAt, page[^1].Id).ToString() : null
            );
        }

        private async Task<Result<Page<Response>>> Sorted(Request request, CancellationToken ct)
        {
            var who = await request.Audience(db, clock, ct);
            if (who.Error is { } wrong)
            {
                return wrong;
            }

            var sort = ContactSort.Of(request.Sort ?? "-created");
            if (!SortCursor.TryRead(request.Cursor, sort, out var after))
            {
                return Shared.Slices.Cursor.Unreadable;
            }

            var limit = request.Limit ?? 50;
            var rows = await new SortedQuery(who.Value, sort, after, limit + 1).Read(db, ct);
            var page = rows.Take(limit).ToList();
            return new Page<Response>(
                [.. page.Select(row => ToResponse(row, request.Extras == true ? row.Extras() : null))],
                rows.Count > limit ? page[^1].Cursor(sort).ToString() : null
            );
        }

        private static Response ToResponse(ContactQuery.Row row, Extras? extras = null) =>
            new(
                row.Id,
                row.Name,
                row.FirstName,
                row.LastName,
                row.Organisation,
                row.PrimaryEmail,
                row.PrimaryPhone,
                Stages.OfCode(row.Stage),
                row.Warmth,
                row.LastTouchAt,
                row.NextTouchAt,
                row.NextFollowUpAt,
                row.CreatedAt,
                row.OwnerId,
                extras
            );
    }
}
