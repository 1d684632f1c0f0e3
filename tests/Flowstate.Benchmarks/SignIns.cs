using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Flowstate.Benchmarks;

/// <summary>
/// Whether those who are signed in notice a rush of sign-ins: the list at a fixed rate, alone and then while 50 people,
/// from 25 addresses, wait for their password to be checked. Latency counts from when a request was due.
/// </summary>
internal static class SignIns
{
    private const int Waiting = 50;
    private const int PerSecond = 100;
    private const double MostOfP99 = 2;

    public static async Task<IReadOnlyList<string>> Measure(Product product, Rep rep, Plan plan)
    {
        using var client = new HttpClient { BaseAddress = product.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await rep.SignIn());
        await AtFixedRate(client, plan.Round);
        List<double> alone = [];
        List<double> beside = [];
        var checkedPasswords = 0;
        Console.WriteLine();
        for (var round = 0; round < plan.Rounds; round++)
        {
            alone.AddRange(await AtFixedRate(client, plan.Round));
            using var over = new CancellationTokenSource();
            var rush = Enumerable.Range(0, Waiting).Select(n => KeepTrying(product.Address, n, over.Token)).ToList();
            await Task.Delay(500);
            beside.AddRange(await AtFixedRate(client, plan.Round));
            await over.CancelAsync();
            checkedPasswords += (await Task.WhenAll(rush)).Sum();
        }

        var (quiet, busy) = (P99(alone), P99(beside));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"list at {PerSecond}/s: p99 {quiet:F1} ms alone, {busy:F1} ms while {Waiting} sign-ins wait ({checkedPasswords} passwords were checked): {busy / quiet:F2}× (must ≤ {MostOfP99:F1}×)"
            )
        );
        return busy <= quiet * MostOfP99 && checkedPasswords > 0 ? [] : ["the list beside sign-ins misses its must"];
    }

    private static async Task<double[]> AtFixedRate(HttpClient client, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var requests = new List<Task<double>>();
        for (var n = 0; n < duration.TotalSeconds * PerSecond; n++)
        {
            var due = TimeSpan.FromSeconds((double)n / PerSecond);
            if (due > clock.Elapsed)
            {
                await Task.Delay(due - clock.Elapsed);
            }

            requests.Add(One(client, clock, due));
        }

        return await Task.WhenAll(requests);
    }

    private static async Task<double> One(HttpClient client, Stopwatch clock, TimeSpan due)
    {
        using var request = Cases.List.Request(0);
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (clock.Elapsed - due).TotalMilliseconds;
    }

    // Two of them share an address, of which as many are checked at a time.
    private static async Task<int> KeepTrying(Uri address, int n, CancellationToken over)
    {
        var from = new IPAddress([127, 0, 1, (byte)(n / 2 + 1)]);
        using var client = new HttpClient(
            new SocketsHttpHandler { ConnectCallback = (to, ct) => Connect(from, to, ct) }
        )
        {
            BaseAddress = address,
        };
        var checkedPasswords = 0;
        try
        {
            while (!over.IsCancellationRequested)
            {
                // Everybody has a mail address of their own, so that none waits for another; wrong or right costs the same.
                var person = new { email = $"{Guid.CreateVersion7():N}@bench.example", password = Rep.Password };
                using var response = await client.PostAsJsonAsync("/api/v1/identity/sign-in", person, over);
                checkedPasswords += response.StatusCode == HttpStatusCode.Unauthorized ? 1 : 0;
            }
        }
        catch (OperationCanceledException) { }

        return checkedPasswords;
    }

    private static async ValueTask<Stream> Connect(
        IPAddress from,
        SocketsHttpConnectionContext to,
        CancellationToken ct
    )
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(to.DnsEndPoint.Host, to.DnsEndPoint.Port, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static double P99(List<double> latencies) => latencies.Order().ElementAt((int)(latencies.Count * 0.99));
}
