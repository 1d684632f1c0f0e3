using System.Globalization;
using System.Text;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Messaging;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Shared.Audit;

/// <summary>The same log as CSV, module by module, newest first, streamed; that it was taken out is written down.</summary>
internal static class ExportAudit
{
    private const int PageSize = 1000;
    private const string Columns = "at,module,member,action,subject,subject id,changes,request,key";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/platform/audit/export", Handle)
            .WithName(nameof(ExportAudit))
            .WithTags("platform")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .RequirePermission(ListAudit.Permission);

    private static async Task<IResult> Handle(
        [AsParameters] ListAudit.Request request,
        IEnumerable<ModuleDatabase> databases,
        IEnumerable<ModuleDbContext> modules,
        CurrentUser user,
        CancellationToken ct
    )
    {
        var module = modules.First();
        await module.Audit("exported", "audit", user.WorkspaceId, request with { Cursor = null, Limit = null }, ct);
        return Results.Stream(
            body => Write(body, databases, user.WorkspaceId, request, ct),
            "text/csv; charset=utf-8",
            "audit.csv"
        );
    }

    private static async Task Write(
        Stream body,
        IEnumerable<ModuleDatabase> databases,
        Guid workspaceId,
        ListAudit.Request request,
        CancellationToken ct
    )
    {
        // A page is put together in memory: the answer's stream cannot be written to synchronously.
        using var lines = new StringWriter(CultureInfo.InvariantCulture);
        CsvText.WriteLine(lines, Columns.Split(','));
        foreach (
            var database in databases.Where(database => request.Module is null || database.Schema == request.Module)
        )
        {
            Cursor? after = null;
            do
            {
                var page = await ListAudit.Read(database, workspaceId, request, after, PageSize, ct);
                page.ForEach(entry => Add(lines, entry));
                await body.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()), ct);
                lines.GetStringBuilder().Clear();
                after = page.Count == PageSize ? new Cursor(page[^1].At, page[^1].Id) : null;
            } while (after is not null);
        }
    }

    private static void Add(TextWriter lines, ListAudit.Response entry) =>
        CsvText.WriteLine(
            lines,
            entry.At.ToString("O", CultureInfo.InvariantCulture),
            entry.Module,
            entry.MemberId?.ToString(),
            entry.Action,
            entry.Subject,
            entry.SubjectId,
            entry.Changes.GetRawText(),
            entry.Request,
            entry.KeyId?.ToString()
        );
}
