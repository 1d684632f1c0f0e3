using System.Text.Json.Nodes;
using Carter;
using Flowstate.Contacts.Merging;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// All that this module knows of a person, for the person: a JSON file with a list of rows per kind, sensitive fields opened,
/// whom a merge made part of them and what the log of changes says of them too. Written down in the log.
/// </summary>
internal static class ExportPerson
{
    internal sealed record Request(Guid Id) : IRequest<Result<ExportFile>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/{id:guid}/personal-data",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToFile(ct)
                )
                .WithName(nameof(ExportPerson))
                .Produces(StatusCodes.Status200OK, contentType: "application/json")
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.PersonalData)
                .RequirePerson();
    }

    internal sealed class Handler(ContactsDbContext db, SensitiveFields sensitive, MergeSecrets merges)
        : IRequestHandler<Request, Result<ExportFile>>
    {
        public async Task<Result<ExportFile>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (await db.Missing(request.Id, cancellationToken) is { } missing)
            {
                return missing;
            }

            var ids = await db.Read<MergeReads.Row>(
                $"with recursive {MergeReads.Whole} select id from whole",
                cancellationToken,
                ("ids", new[] { request.Id })
            );
            await db.Audit("exported", "personal-data", request.Id, new { }, cancellationToken);
            return PersonalData.Of(
                db,
                [.. ids.Select(row => row.Id)],
                new("contacts", Of("contacts", "id", "created_at"), OpenFields),
                new(
                    "fields",
                    "select key, label, kind, sensitive from contacts.custom_fields where workspace_id = @ws"
                ),
                new("points", Of("contact_points", "contact_id", "position")),
                new("rhythm", Of("contact_rhythms", "contact_id", "contact_id")),
                new("followUps", Of("follow_ups", "contact_id", "created_at")),
                new("touches", Of("touches", "contact_id", "at")),
                new("facts", Of("facts", "contact_id", "at")),
                new("stageMoves", Of("stage_moves", "contact_id", "at")),
                new("sends", Of("sends", "contact_id", "at")),
                new("snoozes", Of("snoozes", "contact_id", "at")),
                new(
                    "merges",
                    "select * from contacts.merges where workspace_id = @ws and (kept_id = any(@ids) or merged_id = any(@ids))",
                    OpenMerge
                ),
                new(
                    "possibleDuplicates",
                    "select * from contacts.duplicate_pairs where workspace_id = @ws and (left_id = any(@ids) or right_id = any(@ids))"
                ),
                new(
                    "imports",
                    """
                    select i.file_name, i.created_at, i.owner_id, r.* from contacts.import_rows r
                    join contacts.imports i on i.workspace_id = r.workspace_id and i.id = r.import_id
                    where r.workspace_id = @ws and r.contact_id = any(@ids) order by i.created_at, r.row
                    """
                ),
                new(
                    "changesInBulk",
                    """
                    select b.action, b.created_at, b.started_by, b.tags, b.new_owner_id, b.to_stage, b.reason as why, r.*
                    from contacts.bulk_rows r
                    join contacts.bulk_changes b on b.workspace_id = r.workspace_id and b.id = r.bulk_id
                    where r.workspace_id = @ws and r.contact_id = any(@ids) and r.before is not null order by b.created_at
                    """
                ),
                new("log", Of("audit", "about", "at"))
            );
        }

        private static string Of(string table, string column, string order) =>
            $"select * from contacts.{table} where workspace_id = @ws and {column} = any(@ids) order by {order}";

        private void OpenFields(JsonObject contact)
        {
            if (contact[SensitiveFields.Column]?.GetValue<string>() is { } text)
            {
                contact[SensitiveFields.Column] = sensitive.Show(contact["id"]!.GetValue<Guid>(), text);
            }
        }

        private void OpenMerge(JsonObject merge)
        {
            if (merge[MergeSecrets.Column]?.GetValue<string>() is { } text)
            {
                var (before, after) = merges.Open(merge["id"]!.GetValue<Guid>(), text);
                merge[MergeSecrets.Column] = new JsonObject
                {
                    ["before"] = before.DeepClone(),
                    ["after"] = after.DeepClone(),
                };
            }
        }
    }
}
