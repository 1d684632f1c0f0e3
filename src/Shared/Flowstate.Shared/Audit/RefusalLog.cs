using System.Text.Json;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Flowstate.Shared.Audit;

/// <summary>Writes down what a member asked for and may not do, in the log of the module that was asked.</summary>
internal static class RefusalLog
{
    public static IApplicationBuilder UseRefusalLog(this IApplicationBuilder app) =>
        app.Use(
            async (http, next) =>
            {
                await next(http);
                if (
                    http.Response.StatusCode == StatusCodes.Status403Forbidden
                    && http.RequestServices.GetRequiredService<CurrentUser>() is { HasWorkspace: true } user
                    && ModuleOf(http) is { } database
                )
                {
                    await Write(http, user, database);
                }
            }
        );

    // /api/v1/<module>/…; what belongs to the platform is written down where members are.
    private static ModuleDatabase? ModuleOf(HttpContext http)
    {
        var databases = http.RequestServices.GetServices<ModuleDatabase>().ToList();
        var parts = http.Request.Path.Value?.Split('/') ?? [];
        return databases.Find(database => parts.Length > 3 && database.Schema == parts[3])
            ?? databases.FirstOrDefault();
    }

    private static async Task Write(HttpContext http, CurrentUser user, ModuleDatabase database)
    {
        var endpoint = http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
        var asked = new { http.Request.Method, Path = http.Request.Path.Value };
        try
        {
            await using var insert = database.Inside(
                user.WorkspaceId,
                $"""
                insert into {database.Schema}.audit (workspace_id, member_id, request, action, subject, subject_id, changes)
                values ($1, $2, $3, 'refused', 'endpoints', $4, $5)
                """,
                new NpgsqlParameter<Guid> { TypedValue = user.WorkspaceId },
                new NpgsqlParameter
                {
                    NpgsqlDbType = NpgsqlDbType.Uuid,
                    Value = (object?)user.MemberId ?? DBNull.Value,
                },
                new NpgsqlParameter<string> { TypedValue = AuditLog.RequestOf(user) },
                new NpgsqlParameter<string> { TypedValue = endpoint ?? "" },
                new NpgsqlParameter
                {
                    NpgsqlDbType = NpgsqlDbType.Jsonb,
                    Value = JsonSerializer.Serialize(asked, JsonSerializerOptions.Web),
                }
            );
            await insert.ExecuteNonQueryAsync(http.RequestAborted);
        }
        catch (NpgsqlException failed)
        {
            // The answer was given: that it was not written down must not turn it into another.
            http.RequestServices.GetRequiredService<ILogger<CurrentUser>>()
                .LogWarning(failed, "A refusal of {Endpoint} was not written down", endpoint);
        }
    }
}
