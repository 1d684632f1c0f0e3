using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>
/// Clears what a killed host left behind. Called by the owner of the data folder only, so a server found there has lost
/// its host: it is stopped and started anew, because only a child of ours is sure to end with us.
/// </summary>
internal static class StopStrayServer
{
    public static async Task Run(PostgresBinaries postgres, string cluster)
    {
        if (PostmasterFile.Read(cluster) is not { } left)
        {
            return;
        }

        if (!IsServerOf(left.Pid, cluster))
        {
            // After a restart of the machine another program may have got the number; PostgreSQL would refuse to start.
            File.Delete(PostmasterFile.PathIn(cluster));
            return;
        }

        // It may be on its way down already, and then this reports an error that does not matter.
        ServerCommand.Run(postgres.Program("pg_ctl"), ["stop", "-D", cluster, "-m", "fast", "-t", "30"], cluster);
        for (var waited = Stopwatch.StartNew(); IsServerOf(left.Pid, cluster); await Task.Delay(50))
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(10))
            {
                throw new EmbeddedPostgresException(
                    $"a PostgreSQL left over from an earlier run (process {left.Pid}) still uses {cluster} and does not stop."
                );
            }
        }
    }

    private static bool IsServerOf(int pid, string cluster)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                var line = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/cmdline"));
                return line.Split('\0').Contains(cluster, StringComparer.Ordinal);
            }

            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception gone)
            when (gone is IOException or UnauthorizedAccessException or ArgumentException or Win32Exception)
        {
            return false;
        }
    }
}
