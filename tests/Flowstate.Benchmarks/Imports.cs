using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;

namespace Flowstate.Benchmarks;

/// <summary>
/// An address book over HTTP, from the first byte sent to the last row written, with what is known by mail and number looked
/// up, wrong rows refused and everything kept that taking it back needs; beside raw COPY of as many rows into the same
/// tables and indexes. A hundredth of its rows is refused and every tenth means somebody of an earlier row.
/// </summary>
internal static class Imports
{
    private const double LeastOfBare = 0.5;
    private const double MostGrowth = 200;
    private const double MostOfP95 = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static async Task<IReadOnlyList<string>> Measure(Product product, Rep rep, Plan plan)
    {
        var file = Path.Combine(product.Folder, "import.csv");
        await WriteFile(file, plan.Rows);
        var bare = await BareImport.RowsPerSecond(product.OwnerConnection, plan.Rows);
        using var http = new HttpClient { BaseAddress = product.Address, Timeout = Patience };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await rep.SignIn());
        var idle = await ListP95(http, Task.Delay(plan.Round));
        var before = Megabytes(product.Server.Id);
        var clock = Stopwatch.StartNew();
        var running = Import(http, file);
        var (beside, peak) = (ListP95(http, running), Peak(product.Server.Id, running));
        var result = await running;
        var seconds = clock.Elapsed.TotalSeconds;
        var toldAfter = await Told(product.OwnerConnection, clock);
        var (rate, busy, grown) = (plan.Rows / seconds, await beside, await peak - before);
        Console.WriteLine();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                import of {plan.Rows:N0} rows: {seconds:F1} s, {rate:F0} rows/s; COPY into the same indexes {bare:F0} rows/s: {rate
                    / bare:P0} (must ≥ {LeastOfBare:P0})
                  {result}
                  memory grew by {grown:F0} MB at most (must ≤ {MostGrowth:F0}); the list's p95 {idle:F1} ms idle, {busy:F1} ms meanwhile: {busy
                    / idle:F2}× (must ≤ {MostOfP95:F1}×)
                  the other modules had heard of everybody {toldAfter.TotalSeconds:F0} s after the start
                """
            )
        );
        List<string> broken = [];
        broken.AddRange(rate >= bare * LeastOfBare ? [] : ["the import's rate misses its must"]);
        broken.AddRange(grown <= MostGrowth ? [] : ["the import's memory misses its must"]);
        broken.AddRange(busy <= idle * MostOfP95 ? [] : ["the list beside an import misses its must"]);
        return broken;
    }

    private static async Task WriteFile(string path, int rows)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        await file.WriteLineAsync("Name,Company,E-mail,Phone");
        for (var i = 0; i < rows; i++)
        {
            await file.WriteLineAsync(
                i % 100 == 99 ? ",Nobody AS,,"
                : i % 10 == 9 ? $"Ana{i - 5},Fjord AS,ANA{i - 5}@example.com,"
                : $"Ana{i} Berg,Fjord {i % 500} AS,ana{i}@example.com,+47 4{i:D7}"
            );
        }
    }

    private static async Task<string> Import(HttpClient http, string path)
    {
        await using var file = File.OpenRead(path);
        using var form = new MultipartFormDataContent { { new StreamContent(file), "file", "people.csv" } };
        var import = await Answer(await http.PostAsync("/api/v1/contacts/imports", form));
        var address = $"/api/v1/contacts/imports/{import["id"]}";
        await Answer(await http.PostAsJsonAsync($"{address}/start", new { }));
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var now = await Answer(await http.GetAsync(address, patience.Token));
            if (now["finishedAt"] is not null)
            {
                return $"{now["state"]}: {now["created"]} new, {now["updated"]} updated, {now["duplicates"]} duplicate, {now["refused"]} refused";
            }

            await Task.Delay(250, patience.Token);
        }
    }

    private static async Task<JsonNode> Answer(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!["data"]!
            : throw new InvalidOperationException($"{response.RequestMessage!.RequestUri}: {text}");
    }

    // A page every 50 ms for as long as the other thing goes on.
    private static async Task<double> ListP95(HttpClient http, Task meanwhile)
    {
        List<double> latencies = [];
        do
        {
            var start = Stopwatch.GetTimestamp();
            using var request = Cases.List.Request(0);
            using var response = await http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(50);
        } while (!meanwhile.IsCompleted);

        return latencies.Order().ElementAt((int)(latencies.Count * 0.95));
    }

    private static async Task<double> Peak(int processId, Task meanwhile)
    {
        var peak = 0.0;
        while (!meanwhile.IsCompleted)
        {
            peak = Math.Max(peak, Megabytes(processId));
            await Task.Delay(200);
        }

        return peak;
    }

    private static double Megabytes(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status")
            .First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            / 1024;
    }

    private static async Task<TimeSpan> Told(string connection, Stopwatch clock)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var waiting = source.CreateCommand(
            """
            select exists (select from contacts.outbox) or exists (select from campaigns.inbox where done_at is null)
              or exists (select from intelligence.inbox where done_at is null)
            """
        );
        while ((bool)(await waiting.ExecuteScalarAsync())!)
        {
            await Task.Delay(250);
        }

        return clock.Elapsed;
    }
}
