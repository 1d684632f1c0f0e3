using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Flowstate.Identity.Tests;

/// <summary>
/// All that one request is answered with and costs: status, headers, body, bcrypt runs, and the statements it sent to
/// PostgreSQL, by Npgsql's own tracing. One request at a time, in tests that run alone.
/// </summary>
internal sealed partial class RequestWork : IDisposable
{
    private readonly PasswordHashCount _hashes = new();
    private readonly ConcurrentQueue<string> _statements = new();
    private readonly ActivityListener _listener;
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();

    public RequestWork()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (
                    activity.TraceId == _trace
                    && (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is string sql
                )
                {
                    _statements.Enqueue(Value().Replace(Space().Replace(sql, " "), "?"));
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <returns>A line for each part, the same for requests that nothing tells apart.</returns>
    public async Task<string> Of(Visitor visitor, string path, object body)
    {
        using var parent = new Activity("attempt").SetParentId(
            _trace,
            ActivitySpanId.CreateRandom(),
            ActivityTraceFlags.Recorded
        );
        parent.Start();
        using var answer = await visitor.Post(path, body);
        var text = TraceId().Replace(await answer.Content.ReadAsStringAsync(), "");
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            // How many requests are left counts the asker's, whatever they asked.
            .Where(header => header.Key is not ("Date" or "RateLimit-Remaining" or "RateLimit-Reset"))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        _statements.ShouldNotBeEmpty("nothing was heard of the database");
        return string.Join(
            '\n',
            [$"{(int)answer.StatusCode}", text, .. headers, $"{_hashes.Count} bcrypt runs", .. _statements]
        );
    }

    public void Dispose()
    {
        _listener.Dispose();
        _hashes.Dispose();
    }

    [GeneratedRegex("\\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();

    [GeneratedRegex("'[0-9a-f-]{36}'", RegexOptions.None, 1000)]
    private static partial Regex Value();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex TraceId();
}
