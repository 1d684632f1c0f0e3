using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Flowstate.Host.Tests.Http;

/// <summary>Whoever keeps a connection busy with nothing is sent away.</summary>
public sealed class SlowRequestTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Headers_that_never_end_are_cut_off() =>
        (await EndOf("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n", "X-Slow: 1\r\n")).ShouldStartWith(
            "HTTP/1.1 408"
        );

    [Fact]
    public async Task A_body_that_never_comes_is_cut_off() =>
        (
            await EndOf(
                "POST /api/v1/identity/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 100000\r\n\r\n{",
                " "
            )
        ).ShouldStartWith("HTTP/1.1 408");

    [Fact]
    public async Task More_headers_than_anybody_needs_are_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 80).Select(number => $"X-{number}: 1\r\n"));
        (await EndOf($"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{many}\r\n", null)).ShouldStartWith("HTTP/1.1 431");
        var large = $"X: {new string('x', 20_000)}\r\n\r\n";
        (await EndOf($"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{large}", null)).ShouldStartWith("HTTP/1.1 431");
    }

    /// <summary>Sends a beginning, then a little each second, until the server ends it.</summary>
    private async Task<string> EndOf(string beginning, string? drip)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", fixture.Host.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning));
        var waited = Stopwatch.StartNew();
        var answer = new byte[1024];
        var reading = stream.ReadAsync(answer).AsTask();
        while (!reading.IsCompleted)
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(40));
            await Task.WhenAny(reading, Task.Delay(1_000));
            if (drip is not null && !reading.IsCompleted)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(drip));
            }
        }

        return Encoding.ASCII.GetString(answer, 0, await reading);
    }
}
