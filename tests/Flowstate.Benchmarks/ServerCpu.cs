using System.Globalization;

namespace Flowstate.Benchmarks;

/// <summary>CPU time of a server and of PostgreSQL with all its backends, also those that ended, from <c>/proc</c>.</summary>
internal static class ServerCpu
{
    private const double TicksPerSecond = 100;

    public static TimeSpan Read(int processId, int postmasterId)
    {
        var ticks = Own(processId);
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && Fields(id) is { } fields
                && (id == postmasterId || fields[1] == $"{postmasterId}")
            )
            {
                // The postmaster's cutime and cstime hold what its ended backends used.
                ticks +=
                    long.Parse(fields[11], CultureInfo.InvariantCulture)
                    + long.Parse(fields[12], CultureInfo.InvariantCulture);
                ticks +=
                    id == postmasterId
                        ? long.Parse(fields[13], CultureInfo.InvariantCulture)
                            + long.Parse(fields[14], CultureInfo.InvariantCulture)
                        : 0;
            }
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    private static long Own(int processId) =>
        Fields(processId) is { } fields
            ? long.Parse(fields[11], CultureInfo.InvariantCulture)
                + long.Parse(fields[12], CultureInfo.InvariantCulture)
            : 0;

    // After the name in parentheses: state, ppid, …; utime is the 12th of these, stime the 13th.
    private static string[]? Fields(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
