using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Flowstate.Shared.Messaging;

/// <summary>One event that a reaction gave up on.</summary>
public sealed record DeadLetter(
    string Module,
    Guid EventId,
    string Handler,
    string Name,
    Guid Key,
    int Attempts,
    DateTimeOffset DeadAt,
    string? LastError
);

/// <summary>The dead-letter list and its retry, over all modules of this host, within the admin's workspace.</summary>
internal static class DeadLetters
{
    public const string Permission = "platform.admin";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/v1/platform/dead-letters", List)
            .WithName("ListDeadLetters")
            .WithTags("platform")
            .Answers<IReadOnlyList<DeadLetter>>()
            .RequirePermission(Permission);
        routes
            .MapPost("/api/v1/platform/dead-letters/{module}/{eventId:guid}/{handler}/retry", Retry)
            .WithName("RetryDeadLetter")
            .WithTags("platform")
            .Answers<Done>()
            .RequirePermission(Permission);
    }

    private static async Task<IResult> List(
        IEnumerable<ModuleDatabase> databases,
        CurrentUser user,
        CancellationToken ct
    )
    {
        List<DeadLetter> dead = [];
        foreach (var database in databases)
        {
            await using var command = database.Inside(
                user.WorkspaceId,
                $"""
                select event_id, handler, name, key, attempts, dead_at, last_error from {database.Schema}.inbox
                where dead_at is not null and workspace_id = $1 order by dead_at desc limit 200
                """,
                new NpgsqlParameter<Guid> { TypedValue = user.WorkspaceId }
            );
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                dead.Add(
                    new DeadLetter(
                        database.Schema,
                        reader.GetGuid(0),
                        reader.GetString(1),
                        reader.GetString(2),
                        reader.GetGuid(3),
                        reader.GetInt32(4),
                        await reader.GetFieldValueAsync<DateTimeOffset>(5, ct),
                        await reader.IsDBNullAsync(6, ct) ? null : FirstLine(reader.GetString(6))
                    )
                );
            }
        }

        return ((Result<IReadOnlyList<DeadLetter>>)dead).ToHttp();
    }

    // What went wrong, not where: the stack is for whoever reads the database or the log.
    private static string FirstLine(string error) => error.Split('\n', 2)[0].TrimEnd('\r');

    private static async Task<IResult> Retry(
        string module,
        Guid eventId,
        string handler,
        IEnumerable<ModuleDatabase> databases,
        CurrentUser user,
        CancellationToken ct
    )
    {
        var database = databases.FirstOrDefault(database => database.Schema == module);
        if (database is not null)
        {
            await using var command = database.Inside(
                user.WorkspaceId,
                $"""
                update {database.Schema}.inbox set dead_at = null, attempts = 0, next_attempt_at = now(), last_error = null
                where event_id = $1 and handler = $2 and workspace_id = $3 and dead_at is not null
                """,
                new NpgsqlParameter<Guid> { TypedValue = eventId },
                new NpgsqlParameter<string> { TypedValue = handler },
                new NpgsqlParameter<Guid> { TypedValue = user.WorkspaceId }
            );
            if (await command.ExecuteNonQueryAsync(ct) == 1)
            {
                database.InboxBell.Ring();
                return ((Result<Done>)default(Done)).ToHttp();
            }
        }

        return Problems.From(new Error(ErrorKind.NotFound, "platform.no-dead-letter", "There is no such dead letter."));
    }
}
