using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Flowstate.Benchmarks;

/// <summary>One server in one round. CPU in µs per request; latencies in ms.</summary>
internal sealed record Sample(double PerSecond, double CpuMicroseconds, double P50, double P95, int Errors);

internal sealed record Measured(Case Case, IReadOnlyList<Sample> Product, IReadOnlyList<Sample> Bare);

internal static class Run
{
    /// <summary>Both must give the same JSON, or the comparison is worth nothing.</summary>
    public static async Task SameAnswers(IReadOnlyList<Case> cases, string token, Product product, ServerProcess bare)
    {
        using var ours = Client(product.Address, token);
        using var theirs = Client(bare.Address, token);
        foreach (var which in cases.Where(which => which.Comparable))
        {
            for (var n = 0; n < 6; n++)
            {
                var (left, right) = (await Ask(ours, which, n), await Ask(theirs, which, n));
                if (!JsonNode.DeepEquals(JsonNode.Parse(left), JsonNode.Parse(right)))
                {
                    throw new InvalidOperationException(
                        $"{which.Name} differs:\n{left[..Math.Min(900, left.Length)]}\n{right[..Math.Min(900, right.Length)]}"
                    );
                }
            }
        }
    }

    public static async Task<IReadOnlyList<Measured>> Interleaved(
        IReadOnlyList<Case> cases,
        Rep rep,
        Plan plan,
        Product product,
        ServerProcess bare
    )
    {
        List<Measured> all = [];
        foreach (var which in cases)
        {
            var token = await rep.SignIn();
            var samples = await InTurns(which, token, plan, product.PostmasterId, [bare, product.Server]);
            all.Add(new Measured(which, Product: samples[1], Bare: samples[0]));
        }

        return all;
    }

    /// <summary>One server after the other in every round, so that all of them have the machine's good and bad moments.</summary>
    /// <returns>The samples of each server, in the order of the servers.</returns>
    public static async Task<IReadOnlyList<List<Sample>>> InTurns(
        Case which,
        string token,
        Plan plan,
        int postmasterId,
        IReadOnlyList<ServerProcess> servers
    )
    {
        var samples = servers.Select(_ => new List<Sample>()).ToList();
        // The first round warms them up: JIT, prepared statements, connections.
        for (var round = 0; round <= plan.Rounds; round++)
        {
            foreach (var (server, kept) in servers.Zip(samples))
            {
                var sample = await One(which, token, server.Address, server.Id, postmasterId, plan.Round);
                if (round > 0)
                {
                    kept.Add(sample);
                }
            }
        }

        return samples;
    }

    private static async Task<Sample> One(
        Case which,
        string token,
        Uri address,
        int processId,
        int postmasterId,
        TimeSpan duration
    )
    {
        using var client = Client(address, token);
        var cpu = ServerCpu.Read(processId, postmasterId);
        var clock = Stopwatch.StartNew();
        var workers = await Task.WhenAll(
            Enumerable
                .Range(0, which.Connections)
                .Select(worker => Task.Run(() => Work(client, which, worker, clock, duration)))
        );
        var elapsed = clock.Elapsed.TotalSeconds;
        var used = ServerCpu.Read(processId, postmasterId) - cpu;
        var latencies = workers.SelectMany(worker => worker.Latencies).Order().ToArray();
        return new Sample(
            latencies.Length / elapsed,
            used.TotalMicroseconds / latencies.Length,
            latencies[latencies.Length / 2],
            latencies[(int)(latencies.Length * 0.95)],
            workers.Sum(worker => worker.Errors)
        );
    }

    private static async Task<(List<double> Latencies, int Errors)> Work(
        HttpClient client,
        Case which,
        int worker,
        Stopwatch clock,
        TimeSpan duration
    )
    {
        List<double> latencies = new(20_000);
        var errors = 0;
        for (long n = worker; clock.Elapsed < duration; n += which.Connections)
        {
            var start = Stopwatch.GetTimestamp();
            using var request = which.Request(n);
            using var response = await client.SendAsync(request);
            await response.Content.CopyToAsync(Stream.Null);
            errors += response.IsSuccessStatusCode ? 0 : 1;
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return (latencies, errors);
    }

    private static HttpClient Client(Uri address, string token)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task<string> Ask(HttpClient client, Case which, long n)
    {
        using var request = which.Request(n);
        using var response = await client.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
