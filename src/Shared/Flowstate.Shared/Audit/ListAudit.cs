using System.Text.Json;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Messaging;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Flowstate.Shared.Audit;

/// <summary>The audit log of the workspace over all modules of this host, newest first, by keyset.</summary>
internal static class ListAudit
{
    public const string Permission = "platform.audit";

    private const int Most = 200;

    /// <param name="Subject">A table: <c>contacts</c>.</param>
    /// <param name="From">Inclusive.</param>
    /// <param name="To">Exclusive.</param>
    internal sealed record Request(
        string? Module,
        string? Action,
        string? Subject,
        string? SubjectId,
        Guid? Member,
        DateTimeOffset? From,
        DateTimeOffset? To,
        string? Cursor,
        int? Limit
    );

    /// <param name="MemberId">Null for what happened by itself.</param>
    /// <param name="KeyId">The API key that asked in the member's name; null where the person did.</param>
    /// <param name="Changes">Columns with their values; after an update, each as <c>[before, after]</c>.</param>
    /// <param name="Request">The trace id of the request.</param>
    internal sealed record Response(
        Guid Id,
        string Module,
        DateTimeOffset At,
        Guid? MemberId,
        Guid? KeyId,
        string Action,
        string Subject,
        string SubjectId,
        JsonElement Changes,
        string? Request
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/platform/audit", Handle)
            .WithName(nameof(ListAudit))
            .WithTags("platform")
            .Answers<IReadOnlyList<Response>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .RequirePermission(Permission);

    private static async Task<IResult> Handle(
        [AsParameters] Request request,
        IEnumerable<ModuleDatabase> databases,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (!Cursor.TryRead(request.Cursor, out var after))
        {
            return Problems.From(Cursor.Unreadable);
        }

        var limit = Math.Clamp(request.Limit ?? 50, 1, Most);
        List<Response> found = [];
        foreach (
            var database in databases.Where(database => request.Module is null || database.Schema == request.Module)
        )
        {
            found.AddRange(await Read(database, user.WorkspaceId, request, after, limit + 1, ct));
        }

        // Each module gave its newest: among them are the newest of all.
        var page = found
            .OrderByDescending(entry => entry.At)
            .ThenByDescending(entry => entry.Id, PostgresOrder)
            .ToList();
        var next = page.Count > limit ? new Cursor(page[limit - 1].At, page[limit - 1].Id).ToString() : null;
        return ((Result<Page<Response>>)new Page<Response>([.. page.Take(limit)], next)).ToHttp();
    }

    // .NET compares the parts of an id as numbers, PostgreSQL its bytes.
    private static readonly Comparer<Guid> PostgresOrder = Comparer<Guid>.Create(
        (left, right) => string.CompareOrdinal(left.ToString(), right.ToString())
    );

    public static async Task<List<Response>> Read(
        ModuleDatabase database,
        Guid workspaceId,
        Request request,
        Cursor? after,
        int take,
        CancellationToken ct
    )
    {
        var sql = $"""
            select id, at, member_id, action, subject, subject_id, changes, request from {database.Schema}.audit
            where workspace_id = $1
              and ($2::text is null or action = $2) and ($3::text is null or subject = $3) and ($4::text is null or subject_id = $4)
              and ($5::uuid is null or member_id = $5) and ($6::timestamptz is null or at >= $6)
              and ($7::timestamptz is null or at < $7) {(after is null ? "" : "and (at, id) < ($9, $10)")}
            order by at desc, id desc limit $8
            """;
        await using var command = database.Inside(
            workspaceId,
            sql,
            [
                Of(NpgsqlDbType.Uuid, workspaceId),
                Of(NpgsqlDbType.Text, request.Action),
                Of(NpgsqlDbType.Text, request.Subject),
                Of(NpgsqlDbType.Text, request.SubjectId),
                Of(NpgsqlDbType.Uuid, request.Member),
                Of(NpgsqlDbType.TimestampTz, request.From?.ToUniversalTime()),
                Of(NpgsqlDbType.TimestampTz, request.To?.ToUniversalTime()),
                Of(NpgsqlDbType.Integer, take),
                .. after is { } cursor
                    ? new[] { Of(NpgsqlDbType.TimestampTz, cursor.At), Of(NpgsqlDbType.Uuid, cursor.Id) }
                    : [],
            ]
        );
        List<Response> entries = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (trace, key) = AuditLog.Read(await reader.IsDBNullAsync(7, ct) ? null : reader.GetString(7));
            entries.Add(
                new Response(
                    reader.GetGuid(0),
                    database.Schema,
                    await reader.GetFieldValueAsync<DateTimeOffset>(1, ct),
                    await reader.IsDBNullAsync(2, ct) ? null : reader.GetGuid(2),
                    key,
                    reader.GetString(3),
                    reader.GetString(4),
                    reader.GetString(5),
                    JsonElement.Parse(reader.GetString(6)),
                    trace
                )
            );
        }

        return entries;
    }

    private static NpgsqlParameter Of(NpgsqlDbType type, object? value) =>
        new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };
}
