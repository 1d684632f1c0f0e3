using System.Diagnostics;
using System.Text.Json;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Shared.Audit;

/// <summary>What no table changes by: a sign-in, a refusal, an export. Written in the transaction that is open, if one is.</summary>
public static class AuditLog
{
    private const string Key = " key ";

    /// <summary>What an entry was written for: the trace, and the key where a program asked. Covered by the seals as one.</summary>
    internal static string RequestOf(CurrentUser user) =>
        $"{Activity.Current?.TraceId.ToHexString()}{(user.KeyId is { } key ? $"{Key}{key}" : "")}";

    internal static (string? Trace, Guid? KeyId) Read(string? request) =>
        request?.Split(Key) is [var trace, var key] && Guid.TryParse(key, out var id) ? (trace, id) : (request, null);

    /// <param name="action">Past tense, kebab-case: <c>signed-in</c>.</param>
    /// <param name="details">An object of what else is worth knowing; no secrets.</param>
    /// <param name="workspaceId">Whose log, where no workspace was entered; null for nobody's.</param>
    public static Task Audit(
        this ModuleDbContext db,
        string action,
        string subject,
        Guid subjectId,
        object details,
        CancellationToken ct,
        Guid? workspaceId = null
    )
    {
        var insert =
            $"insert into {db.Schema}.audit (workspace_id, request, action, subject, subject_id, changes) values ({{0}}, {{1}}, {{2}}, {{3}}, {{4}}, {{5}}::jsonb)";
        var workspace = db.User.HasWorkspace ? db.User.WorkspaceId : workspaceId ?? Guid.Empty;
        return db.Database.ExecuteSqlRawAsync(
            insert,
            [
                workspace,
                RequestOf(db.User),
                action,
                subject,
                subjectId.ToString(),
                JsonSerializer.Serialize(details, JsonSerializerOptions.Web),
            ],
            ct
        );
    }
}
