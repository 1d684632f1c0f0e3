namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>Makes the cluster on the first start. It gets its name only when it is whole, so a kill half-way costs nothing.</summary>
internal static class InitialiseCluster
{
    public static async Task Run(PostgresBinaries postgres, DataFolder folder, string superuser)
    {
        if (Directory.Exists(folder.Cluster))
        {
            return;
        }

        foreach (var unfinished in Directory.EnumerateDirectories(folder.Postgres, "unfinished-*"))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        var cluster = Path.Combine(folder.Postgres, $"unfinished-{Environment.ProcessId}");
        // In our own folder, which the server's user can only pass through; as root a copy is handed to it by its name.
        var password = Path.Combine(folder.Root, "first-password");
        DataFolder.WritePrivately(password, folder.Password());
        if (ServerCommand.IsRoot)
        {
            ServerCommand.RunAsSelf("chown", ["-h", ServerCommand.ServerUser, password]);
        }

        try
        {
            string[] arguments =
            [
                "-D",
                cluster,
                "-U",
                superuser,
                "-A",
                "scram-sha-256",
                $"--pwfile={password}",
                "-E",
                "UTF8",
                "--no-instructions",
                .. Locale(postgres),
            ];
            var (exitCode, output) = await Task.Run(() =>
                ServerCommand.Run(postgres.Program("initdb"), arguments, folder.Postgres)
            );
            if (exitCode != 0)
            {
                throw new EmbeddedPostgresException(
                    $"PostgreSQL's initdb could not make a database in {folder.Postgres}:\n{output.Trim()}"
                );
            }
        }
        finally
        {
            File.Delete(password);
        }

        Directory.Move(cluster, folder.Cluster);
    }

    // Plain C order everywhere, but letters of every script: with C for both, lower('É') and trigrams see ASCII only.
    private static string[] Locale(PostgresBinaries postgres) =>
        OperatingSystem.IsLinux()
            ? ["--locale=C", "--lc-ctype=C.UTF-8", .. BuiltIn(postgres)]
            : ["--locale=C", .. BuiltIn(postgres)];

    private static string[] BuiltIn(PostgresBinaries postgres) =>
        postgres.Major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
}
