using System.Globalization;

namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>What a server writes about itself into its data folder (<c>postmaster.pid</c>).</summary>
internal sealed record PostmasterFile(int Pid, int Port, bool Ready)
{
    public static string PathIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <returns>Null when there is none, or it is being written.</returns>
    public static PostmasterFile? Read(string cluster)
    {
        try
        {
            var lines = File.ReadAllLines(PathIn(cluster));
            return
                lines.Length > 3
                && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
                && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
                ? new(pid, port, lines.Length > 7 && lines[7].StartsWith("ready", StringComparison.Ordinal))
                : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
