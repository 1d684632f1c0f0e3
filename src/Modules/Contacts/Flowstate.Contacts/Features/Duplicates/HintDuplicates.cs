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
/// Who of the contacts somebody may be who is about to be added, and why: the surest first, at most five. A hint: adding goes
/// on whatever it says. Asked as a POST, so that names and numbers stand in no address.
/// </summary>
internal static class HintDuplicates
{
    internal sealed record Request(
        string? FirstName,
        string? LastName,
        string? Organisation,
        string? Country,
        IReadOnlyList<string>? Emails,
        IReadOnlyList<string>? Phones
    ) : IRequest<Result<IReadOnlyList<Response>>>;

    internal sealed record Response(PairPerson Contact, Strength Strength, IReadOnlyList<Reason> Reasons);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.FirstName).Text(ContactLimits.Name);
            RuleFor(request => request.LastName).Text(ContactLimits.Name);
            RuleFor(request => request.Organisation).Text(ContactLimits.Line);
            RuleFor(request => request.Country).Country();
            RuleFor(request => request.Emails).Must(Few).WithMessage($"At most {ContactLimits.Points}.");
            RuleFor(request => request.Phones).Must(Few).WithMessage($"At most {ContactLimits.Points}.");
            RuleForEach(request => request.Emails).NotNull().Text(ContactLimits.Line).When(it => Few(it.Emails));
            RuleForEach(request => request.Phones).NotNull().Text(ContactLimits.Line).When(it => Few(it.Phones));
        }

        private static bool Few(IReadOnlyList<string>? values) =>
            values is null || values.Count <= ContactLimits.Points;
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/duplicates/hint",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(HintDuplicates))
                .Answers<IReadOnlyList<Response>>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db) : IRequestHandler<Request, Result<IReadOnlyList<Response>>>
    {
        public async Task<Result<IReadOnlyList<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var country = request.Country.Tidy()?.ToUpperInvariant();
            country ??= request.Phones is { Count: > 0 } ? await db.Country(cancellationToken) : null;
            var (first, last) = (request.FirstName.Tidy() ?? "", request.LastName.Tidy() ?? "");
            var rows = await db.Read<Row>(
                Sql(db),
                cancellationToken,
                ("mails", Points(request.Emails, PointKind.Email, null)),
                ("numbers", Points(request.Phones, PointKind.Phone, country)),
                // Half a name is many people's.
                ("name", first.Length == 0 || last.Length == 0 ? "" : $"{first} {last}"),
                ("first", first),
                ("last", last),
                ("typed", $"{first} {last}".Trim()),
                ("company", request.Organisation.Tidy() ?? "")
            );
            return rows.ConvertAll(row => row.ToResponse());
        }

        private static string[] Points(IReadOnlyList<string>? values, PointKind kind, string? country) =>
            [
                .. (values ?? [])
                    .Select(value => ContactPoint.Normalise(kind, value, country))
                    .OfType<string>()
                    .Where(value => value.Length > 0)
                    .Distinct(StringComparer.Ordinal),
            ];
    }

    public static string Sql(ContactsDbContext db) =>
        $"""
            with found as (
              (select contact_id as id from contacts.contact_points
               where workspace_id = @ws and kind = 'email' and active and normalised = any(@mails) limit 20)
              union
              (select contact_id from contacts.contact_points
               where workspace_id = @ws and kind = 'phone' and active and normalised = any(@numbers) limit 20)
              union
              (select c.id from contacts.contacts c where {db.Visible("c")} and c.name = @name and @name <> '' limit 20)
              union
              {Colleagues("last_name", "last")}
              union
              {Colleagues("first_name", "first")}
            ), alike as (
              select c.*, similarity(lower(c.name), lower(@typed)) as alike,
                coalesce(lower(c.organisation) = lower(@company), false) as company,
                exists (select 1 from contacts.contact_points p where p.workspace_id = @ws and p.contact_id = c.id
                  and p.kind = 'email' and p.active and p.normalised = any(@mails)) as mail,
                exists (select 1 from contacts.contact_points p where p.workspace_id = @ws and p.contact_id = c.id
                  and p.kind = 'phone' and p.active and p.normalised = any(@numbers)) as phone
              from found join contacts.contacts c on c.id = found.id and {db.Visible("c")}
            ), judged as (
              select a.*, greatest({Likeness.Strength(
                "a",
                "alike"
            )}, (alike >= 1)::int::smallint) as strength from alike a
            )
            select j.id, j.name, j.organisation, j.primary_email, j.primary_phone, j.stage, j.owner_id, j.created_at,
              r.last_touch_at, j.strength, j.mail, j.phone, j.alike, j.company
            from judged j join contacts.contact_rhythms r on r.workspace_id = @ws and r.contact_id = j.id
            where j.strength > 0 order by j.strength desc, j.alike desc, j.id limit 5
            """;

    private static string Colleagues(string column, string parameter) =>
        $"""
            (select s.id from {ContactSearch.View} s
             where lower(s.organisation) = lower(@company) and lower(s.{column}) = lower(@{parameter})
               and s.organisation is not null and s.deleted_at is null and @company <> '' limit 20)
            """;

    internal sealed class Row
    {
        public Guid Id { get; set; }
        public string Name { get; set; } = "";
        public string? Organisation { get; set; }
        public string? PrimaryEmail { get; set; }
        public string? PrimaryPhone { get; set; }
        public string Stage { get; set; } = "";
        public Guid OwnerId { get; set; }
        public DateTimeOffset CreatedAt { get; set; }
        public DateTimeOffset? LastTouchAt { get; set; }
        public short Strength { get; set; }
        public bool Mail { get; set; }
        public bool Phone { get; set; }
        public float Alike { get; set; }
        public bool Company { get; set; }

        public Response ToResponse() =>
            new(
                new PairPerson(
                    Id,
                    Name,
                    Organisation,
                    PrimaryEmail,
                    PrimaryPhone,
                    Stages.OfCode(Stage),
                    OwnerId,
                    CreatedAt,
                    LastTouchAt
                ),
                (Strength)Strength,
                Likeness.Reasons(Mail, Phone, Alike, Company)
            );
    }
}
