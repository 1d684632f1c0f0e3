using Flowstate.Shared.Audit;

namespace Flowstate.Host;

/// <summary><c>audit verify</c>: goes through the chain of seals of every module and says whether it holds.</summary>
internal static class VerifyAudit
{
    public static async Task<int> Run(WebApplication app)
    {
        var broken = 0;
        foreach (var report in await AuditVerification.Run(app.Services, CancellationToken.None))
        {
            Console.WriteLine(
                $"{report.Module}: {report.SealedRows} rows under {report.Seals} seals, {report.OpenRows} not sealed yet, head {report.Head}"
            );
            foreach (var place in report.Broken)
            {
                broken++;
                Console.WriteLine($"  {place}");
            }
        }

        Console.WriteLine(broken == 0 ? "The audit log holds." : $"The audit log is broken in {broken} places.");
        return broken == 0 ? 0 : 4;
    }
}
