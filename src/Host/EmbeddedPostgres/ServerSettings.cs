using System.Globalization;

namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>How the server runs. Given on its command line, so that a newer Flowstate changes them in an old data folder.</summary>
internal static class ServerSettings
{
    private const long Megabyte = 1024 * 1024;

    public static IReadOnlyList<string> Durable(DataFolder folder) =>
        [
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            $"shared_buffers={Share(8, 128, 512)}MB",
            $"effective_cache_size={Share(2, 256, 8192)}MB",
            "max_wal_size=2GB",
            .. Common,
            "logging_collector=on",
            $"log_directory={folder.Log}",
            // One file a weekday, overwritten a week later.
            "log_filename=postgres-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d",
            "log_rotation_size=0",
        ];

    public static IReadOnlyList<string> Common { get; } =
    [
        "max_connections=200",
        // A long pending list makes one unlucky insert in a trigram index pay for all before it.
        "gin_pending_list_limit=64kB",
        // Compiling costs more than the short queries of an application gain by it.
        "jit=off",
        "random_page_cost=1.1",
        "timezone=UTC",
        "log_timezone=UTC",
        // Statements and key values hold people's names and numbers: they stay out of the log.
        "log_min_error_statement=panic",
        "log_error_verbosity=terse",
    ];

    private static string Share(int part, long least, long most) =>
        Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Megabyte / part, least, most)
            .ToString(CultureInfo.InvariantCulture);
}
