using StackExchange.Redis;

namespace Flowstate.Shared.Limits;

/// <summary>The counters that all hosts share: every limit of a request in one script, one round trip, by Redis's clock.</summary>
internal sealed class RedisWindows(IConnectionMultiplexer redis)
{
    // As MemoryWindows counts. Nothing is counted unless every limit allows it.
    private const string Script = """
        local time, states, allowed = redis.call('TIME'), {}, 1
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        for i, key in ipairs(KEYS) do
          local permits, length, kept = tonumber(ARGV[i * 2 - 1]), tonumber(ARGV[i * 2]), redis.call('HMGET', key, 's', 'c', 'p')
          local start, current, previous = tonumber(kept[1]), tonumber(kept[2]), tonumber(kept[3])
          if not start or now - start >= length * 2 or now < start then start, current, previous = now, 0, 0
          elseif now - start >= length then start, current, previous = start + length, 0, current end
          states[i] = { start, current, previous }
          if current + previous * (1 - (now - start) / length) + 1 > permits then allowed = 0 end
        end
        local answer = { allowed }
        for i, key in ipairs(KEYS) do
          local start, current, previous = states[i][1], states[i][2] + allowed, states[i][3]
          if allowed == 1 then
            redis.call('HSET', key, 's', start, 'c', current, 'p', previous)
            redis.call('PEXPIRE', key, ARGV[i * 2] * 2)
          end
          for _, number in ipairs({ now - start, current, previous }) do answer[#answer + 1] = number end
        end
        return answer
        """;

    public bool IsConnected => redis.IsConnected;

    public Task Ping() => redis.GetDatabase().PingAsync();

    public async Task<Verdict> Take(Limit[] limits)
    {
        var keys = new RedisKey[limits.Length];
        var values = new RedisValue[limits.Length * 2];
        for (var index = 0; index < limits.Length; index++)
        {
            keys[index] = $"flowstate:limit:{limits[index].Scope}:{limits[index].Id}";
            values[index * 2] = limits[index].Permits;
            values[(index * 2) + 1] = (long)limits[index].Window.TotalMilliseconds;
        }

        var answer = (long[])(await redis.GetDatabase().ScriptEvaluateAsync(Script, keys, values))!;
        var tightest = default(Verdict);
        for (var index = 0; index < limits.Length; index++)
        {
            var used = answer.AsSpan((index * 3) + 1, 3);
            var window = new SlidingWindow(TimeSpan.FromMilliseconds(used[0]), (int)used[1], (int)used[2]);
            var verdict = limits[index].Judge(answer[0] == 1, window);
            tightest = index == 0 || verdict.IsTighterThan(tightest) ? verdict : tightest;
        }

        return tightest;
    }
}
