namespace Flowstate.Shared.Limits;

/// <summary>
/// At most <paramref name="Permits"/> in any <paramref name="Window"/>, for one <paramref name="Id"/> of a
/// <paramref name="Scope"/>. The id is a number or a hash, never an address in clear: it becomes a key in Redis.
/// </summary>
public readonly record struct Limit(string Scope, string Id, int Permits, TimeSpan Window)
{
    internal Verdict Judge(bool allowed, in SlidingWindow used)
    {
        var left = Permits - used.Estimate(Window);
        var remaining = (int)Math.Clamp(left, 0, Permits);
        var wait = allowed || left >= 1 ? Window - used.Age : used.UntilOneIsFree(Permits, Window);
        return new Verdict(allowed, Permits, remaining, wait);
    }
}

/// <summary>The answer of the limit that is nearest to its end.</summary>
public readonly record struct Verdict(bool Allowed, int Limit, int Remaining, TimeSpan Reset)
{
    internal bool IsTighterThan(in Verdict other) => (long)Remaining * other.Limit < (long)other.Remaining * Limit;
}

/// <summary>
/// Two counters that stand for a sliding window: the last full window fades out while the current one fills. It begins
/// with the first request, so that a fresh caller has the whole of it.
/// </summary>
internal readonly record struct SlidingWindow(TimeSpan Age, int Current, int Previous)
{
    public double Estimate(TimeSpan window) => Current + (Previous * (1 - (Age / window)));

    public TimeSpan UntilOneIsFree(int permits, TimeSpan window) =>
        Current < permits
            ? (window * (1 - ((permits - 1 - Current) / (double)Math.Max(1, Previous)))) - Age
            : (window * (2 - ((permits - 1) / (double)Current))) - Age;
}
