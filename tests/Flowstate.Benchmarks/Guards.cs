using System.Globalization;

namespace Flowstate.Benchmarks;

/// <summary>
/// What an authenticated request pays for being one: the list of contacts without any guard, then with one more at a
/// time. Together they may cost 30 % of the requests per second.
/// </summary>
internal static class Guards
{
    private const double MostOfThroughput = 0.30;

    private static readonly string[] Steps =
    [
        "none",
        "token",
        "token,permission",
        "token,permission,limit",
        "token,permission,limit,isolation",
    ];

    public static async Task<IReadOnlyList<string>> Measure(Product product, Rep rep, Plan plan)
    {
        var token = await rep.SignIn();
        var servers = new List<ServerProcess>();
        try
        {
            foreach (var step in Steps)
            {
                servers.Add(await Start(product, step));
            }

            return Print(await Run.InTurns(Cases.List, token, plan, product.PostmasterId, servers));
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    private static Task<ServerProcess> Start(Product product, string guards) =>
        ServerProcess.Start(
            [Product.Beside("Flowstate.GuardedList"), product.OwnerConnection, guards],
            new(Product.Unlimited) { ["Flowstate__DataDirectory"] = product.Folder },
            "/ping"
        );

    private static IReadOnlyList<string> Print(IReadOnlyList<List<Sample>> samples)
    {
        Console.WriteLine();
        Console.WriteLine("| list 50, 8 connections, with | CPU µs | its price | req/s | errors |");
        Console.WriteLine("|---|---|---|---|---|");
        var before = 0.0;
        for (var step = 0; step < Steps.Length; step++)
        {
            var cpu = Report.Middle(samples[step], sample => sample.CpuMicroseconds);
            var price = step == 0 ? "" : $"{cpu - before:+0;-0}";
            var perSecond = Report.Middle(samples[step], sample => sample.PerSecond);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {Steps[step]} | {cpu:F0} | {price} | {perSecond:F0} | {samples[step].Sum(sample => sample.Errors)} |"
                )
            );
            before = cpu;
        }

        // Round by round, since the machine is slower in some.
        var lost = samples[^1].Zip(samples[0], (all, none) => 1 - all.PerSecond / none.PerSecond).Order().ToList();
        var middle = lost[lost.Count / 2];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"All guards cost {middle:P0} of the requests per second (must ≤ 30 %)."
            )
        );
        return middle <= MostOfThroughput && samples.All(step => step.TrueForAll(sample => sample.Errors == 0))
            ? []
            : ["the guards miss their must or had errors"];
    }
}
