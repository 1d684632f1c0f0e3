namespace Flowstate.Shared.Limits;

/// <summary>Section <c>Limits</c>: how many requests are answered in any minute; probes and files of the web app do not count.</summary>
public sealed class LimitOptions
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public int UserPerMinute { get; set; } = 1_200;

    public int KeyPerMinute { get; set; } = 1_200;

    public int WorkspacePerMinute { get; set; } = 12_000;

    /// <summary>Of one remote address that has not signed in: an office behind one router signs in too.</summary>
    public int AddressPerMinute { get; set; } = 1_200;

    /// <summary>How long a request waits for Redis before it is counted here, and Redis taken for lost.</summary>
    public TimeSpan RedisPatience { get; set; } = TimeSpan.FromSeconds(1);

    internal bool IsUsable =>
        Math.Min(Math.Min(UserPerMinute, KeyPerMinute), Math.Min(WorkspacePerMinute, AddressPerMinute)) > 0
        && RedisPatience > TimeSpan.Zero;
}
