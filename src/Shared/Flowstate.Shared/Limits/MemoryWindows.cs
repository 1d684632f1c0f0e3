using System.Runtime.InteropServices;

namespace Flowstate.Shared.Limits;

/// <summary>The counters of one process. One lock for all: what is done under it costs less than a second lock would.</summary>
internal sealed class MemoryWindows(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Scope, string Id), Counter> _counters = [];
    private TimeSpan _swept;

    public Verdict Take(ReadOnlySpan<Limit> limits)
    {
        lock (_gate)
        {
            var now = clock.GetElapsedTime(0, clock.GetTimestamp());
            Sweep(now);
            var allowed = true;
            foreach (ref readonly var limit in limits)
            {
                allowed &= At(limit, now).Estimate(limit.Window) + 1 <= limit.Permits;
            }

            var tightest = default(Verdict);
            for (var index = 0; index < limits.Length; index++)
            {
                var verdict = limits[index].Judge(allowed, allowed ? Add(limits[index], now) : At(limits[index], now));
                tightest = index == 0 || verdict.IsTighterThan(tightest) ? verdict : tightest;
            }

            return tightest;
        }
    }

    private SlidingWindow At(in Limit limit, TimeSpan now) =>
        _counters.TryGetValue((limit.Scope, limit.Id), out var counter) ? counter.At(now) : default;

    private SlidingWindow Add(in Limit limit, TimeSpan now)
    {
        ref var counter = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _counters,
            (limit.Scope, limit.Id),
            out var known
        );
        counter = known ? counter.Add(now) : new Counter(now, limit.Window, 1, 0);
        return counter.At(now);
    }

    // Whoever tries many addresses must not fill the memory: each is forgotten after two windows.
    private void Sweep(TimeSpan now)
    {
        if (now - _swept < LimitOptions.Window)
        {
            return;
        }

        _swept = now;
        foreach (var (key, counter) in _counters)
        {
            if (now - counter.Start >= counter.Length * 2)
            {
                _counters.Remove(key);
            }
        }
    }

    private readonly record struct Counter(TimeSpan Start, TimeSpan Length, int Current, int Previous)
    {
        public Counter Add(TimeSpan now) =>
            Moved(now) is var moved ? moved with { Current = moved.Current + 1 } : default;

        public SlidingWindow At(TimeSpan now) =>
            Moved(now) is var moved ? new(now - moved.Start, moved.Current, moved.Previous) : default;

        private Counter Moved(TimeSpan now) =>
            now - Start < Length ? this
            : now - Start < Length * 2 ? new(Start + Length, Length, 0, Current)
            : new(now, Length, 0, 0);
    }
}
