using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CsCheck;
using Flowstate.Testing;

namespace Flowstate.Host.Tests.Bodies;

/// <summary>Whatever is sent to whichever write, the answer is the client's fault or a success, never a crash.</summary>
public sealed class OddBodyTests
{
    private const int Bodies = 10_000;

    // A password check takes a quarter of a second on purpose; these get fewer, and other limits.
    private static readonly string[] Slow = ["/sign-in", "/setup", "/password"];

    [Fact]
    public async Task Ten_thousand_odd_bodies_break_nothing()
    {
        await using var host = await RunningHost.Start(
            "--Limits:UserPerMinute=1000000",
            "--Limits:WorkspacePerMinute=1000000",
            "--Serilog:MinimumLevel:Default=Fatal"
        );
        using var client = host.Client();
        var token = await client.SetUp();
        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var operations = Operation.Read(document);
        operations.Count.ShouldBeGreaterThan(20);
        client.WithToken(token);
        var contact = (
            await client.PostAsJsonAsync("/api/v1/contacts", new { firstName = "Tom" }).Json(HttpStatusCode.Created)
        )
            .GetProperty("data")
            .GetProperty("id")
            .GetString()!;

        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        var weighed = operations
            .SelectMany(operation => Enumerable.Repeat(operation, IsSlow(operation) ? 1 : 20))
            .ToArray();
        await Gen.Int[0, weighed.Length - 1]
            .SelectMany(index => OddBody.For(weighed[index]), (index, body) => (weighed[index], body))
            .SampleAsync(
                async sample =>
                {
                    var (operation, body) = sample;
                    using var answer = await Send(client, operation, body, contact);
                    statuses.AddOrUpdate(answer.StatusCode, 1, (_, seen) => seen + 1);
                    ((int)answer.StatusCode).ShouldBeLessThan(
                        500,
                        $"{operation.Method} {operation.Path} {OddBody.Show(body)}"
                    );
                },
                iter: Bodies,
                threads: 8
            );

        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(", ", statuses.OrderBy(seen => seen.Key).Select(seen => $"{(int)seen.Key}: {seen.Value}"))
        );
        // Most got past the door, and some of them did something.
        statuses.Values.Sum().ShouldBeGreaterThanOrEqualTo(Bodies);
        statuses.GetValueOrDefault(HttpStatusCode.BadRequest).ShouldBeGreaterThan(Bodies / 4);
        statuses.Where(seen => (int)seen.Key < 300).Sum(seen => seen.Value).ShouldBeGreaterThan(Bodies / 50);
        statuses.GetValueOrDefault(HttpStatusCode.Unauthorized).ShouldBeLessThan(Bodies / 10);
    }

    [Fact]
    public async Task An_oversized_body_is_refused_by_every_write()
    {
        await using var host = await RunningHost.Start("--Serilog:MinimumLevel:Default=Fatal");
        using var client = host.Client();
        client.WithToken(await client.SetUp());
        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var large = new byte[2 * 1024 * 1024];
        Array.Fill(large, (byte)' ');

        foreach (var operation in Operation.Read(document))
        {
            try
            {
                using var answer = await Send(client, operation, large, $"{Guid.CreateVersion7()}");
                ((int)answer.StatusCode).ShouldBeInRange(200, 499, operation.Path);
            }
            catch (HttpRequestException cut) when (cut.InnerException is IOException)
            {
                // The server had answered and hung up before all was sent.
                (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
            }
        }
    }

    private static bool IsSlow(Operation operation) =>
        Array.Exists(Slow, part => operation.Path.Contains(part, StringComparison.Ordinal));

    private static async Task<HttpResponseMessage> Send(HttpClient client, Operation operation, byte[] body, string id)
    {
        var path = operation.Path;
        for (
            var open = path.IndexOf('{', StringComparison.Ordinal);
            open >= 0;
            open = path.IndexOf('{', StringComparison.Ordinal)
        )
        {
            path = $"{path[..open]}{id}{path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..]}";
        }

        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path)
        {
            Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        // Otherwise the answer may come, and the connection go, while the rest is still being sent.
        request.Headers.ExpectContinue = body.Length > 1024 * 1024;
        return await client.SendAsync(request);
    }
}
