using System.Diagnostics;
using System.Text.Json;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Shared.Audit;

/// <summary>What no table changes by: a sign-in, a refusal, an export. Written in the transaction that is open, if one is.</summary>
public static class AuditLog
{
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
                Activity.Current?.TraceId.ToHexString() ?? "",
                action,
                subject,
                subjectId.ToString(),
                JsonSerializer.Serialize(details, JsonSerializerOptions.Web),
            ],
            ct
        );
    }
}
