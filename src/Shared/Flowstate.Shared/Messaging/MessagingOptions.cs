namespace Flowstate.Shared.Messaging;

/// <summary>Section <c>Messaging</c>. The defaults suit one host and a handful of them alike.</summary>
public sealed class MessagingOptions
{
    /// <summary><c>InProcess</c>, or <c>RedisStream</c> when modules live in several services.</summary>
    public string Transport { get; set; } = "InProcess";

    /// <summary>How long a loop sleeps when nobody wakes it.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a claimed row belongs to its worker before another may take it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The first back-off; it doubles with every attempt.</summary>
    public TimeSpan Backoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>After so many attempts a row goes to the dead letters.</summary>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>Workers per module and host.</summary>
    public int Workers { get; set; } = 3;

    /// <summary>So many waiting events of one kind and workspace are reacted to in one transaction.</summary>
    public int InboxBatch { get; set; } = 50;

    /// <summary>Rows per relay round.</summary>
    public int RelayBatch { get; set; } = 100;

    /// <summary>Stored bytes per relay round; a single larger event goes alone.</summary>
    public int RelayBytes { get; set; } = 512 * 1024;

    /// <summary>How often a stream forgets what every hearing module has acknowledged.</summary>
    public TimeSpan TrimEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long done rows stay as tombstones against late duplicates.</summary>
    public TimeSpan Tombstones { get; set; } = TimeSpan.FromDays(14);
}
