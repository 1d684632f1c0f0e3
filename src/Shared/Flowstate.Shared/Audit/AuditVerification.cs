using Flowstate.Shared.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Shared.Audit;

/// <param name="Head">The last seal in hex: noted elsewhere it shows later that nothing was cut off the end.</param>
/// <param name="Broken">What is wrong, in words; empty where the chain holds.</param>
public sealed record AuditReport(
    string Module,
    long SealedRows,
    int OpenRows,
    long Seals,
    string Head,
    IReadOnlyList<string> Broken
);

/// <summary>Asks every module of this host whether its audit log is as it was written.</summary>
public static class AuditVerification
{
    public static async Task<IReadOnlyList<AuditReport>> Run(IServiceProvider services, CancellationToken ct)
    {
        var key = services.GetRequiredService<AuditKey>();
        List<AuditReport> reports = [];
        foreach (var database in services.GetServices<ModuleDatabase>())
        {
            reports.Add(await new AuditSeals(database, key).Verify(ct));
        }

        return reports;
    }
}
