using System.Globalization;

namespace Flowstate.Benchmarks;

internal static class Report
{
    public static void Print(IReadOnlyList<Measured> all)
    {
        Console.WriteLine();
        Console.WriteLine(
            "| case | c | CPU µs | bare | ratio | must ≤ | p50 ms | bare | p95 ms | req/s | bare | errors |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var row in all)
        {
            var (ours, bare, ratio) = (row.Product, row.Bare, Ratio(row));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {row.Case.Name} | {row.Case.Connections} | {Cpu(ours):F0} | {Cpu(bare):F0} | {ratio:F2}× | {row.Case.Must:F1}× | {Middle(ours, s => s.P50):F2} | {Middle(bare, s => s.P50):F2} | {Middle(ours, s => s.P95):F2} | {Middle(ours, s => s.PerSecond):F0} | {Middle(bare, s => s.PerSecond):F0} | {ours.Sum(s => s.Errors) + bare.Sum(s => s.Errors)} |"
                )
            );
        }
    }

    /// <summary>The rows that miss their "must" or had a request fail, each said in a line.</summary>
    public static IEnumerable<string> Broken(IReadOnlyList<Measured> all) =>
        all.Where(row => Ratio(row) > row.Case.Must || row.Product.Concat(row.Bare).Any(sample => sample.Errors > 0))
            .Select(row => $"{row.Case.Name} at {row.Case.Connections} connections misses its must or had errors");

    public static async Task SaveCsv(IReadOnlyList<Measured> all, string? file)
    {
        if (file is null)
        {
            return;
        }

        var lines = all.SelectMany(row => Lines(row, "product", row.Product).Concat(Lines(row, "bare", row.Bare)));
        await File.WriteAllLinesAsync(
            file,
            lines.Prepend("case,connections,server,round,per_second,cpu_us,p50_ms,p95_ms,errors")
        );
    }

    private static IEnumerable<string> Lines(Measured row, string server, IReadOnlyList<Sample> samples) =>
        samples.Select(
            (sample, round) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{row.Case.Name}\",{row.Case.Connections},{server},{round + 1},{sample.PerSecond:F1},{sample.CpuMicroseconds:F1},{sample.P50:F3},{sample.P95:F3},{sample.Errors}"
                )
        );

    private static double Ratio(Measured row) => Cpu(row.Product) / Cpu(row.Bare);

    private static double Cpu(IReadOnlyList<Sample> samples) => Middle(samples, sample => sample.CpuMicroseconds);

    /// <summary>The median of the rounds: the machine is noisy.</summary>
    public static double Middle(IReadOnlyList<Sample> samples, Func<Sample, double> figure) =>
        samples.Select(figure).Order().ElementAt(samples.Count / 2);
}
