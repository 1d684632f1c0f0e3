namespace Flowstate.Host.EmbeddedPostgres;

internal static class EmbeddedPostgresSetup
{
    /// <summary>
    /// Sees to it that <c>ConnectionStrings:Flowstate</c> is set: where it is empty, a PostgreSQL of our own is started
    /// (or the one that another host runs on the same data folder is joined), and stopped after everything else of this host.
    /// </summary>
    /// <returns>False when no database can be had; the reason has been written to standard error.</returns>
    public static async Task<bool> AddEmbeddedPostgres(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString("Flowstate")))
        {
            return true;
        }

        try
        {
            var folder = DataFolder.Open(builder.Configuration[DataFolder.Setting]);
            string[] places = [builder.Environment.ContentRootPath, AppContext.BaseDirectory];
            var server = await EmbeddedPostgresServer.Start(folder, places, CancellationToken.None);
            builder.Configuration["ConnectionStrings:Flowstate"] = server.ConnectionString;
            // Where the host keeps its signing key too.
            builder.Configuration[DataFolder.Setting] = folder.Root;
            builder.Services.AddHostedService(services =>
                ActivatorUtilities.CreateInstance<StopPostgresLast>(services, server)
            );
            return true;
        }
        catch (EmbeddedPostgresException reason)
        {
            await Console.Error.WriteLineAsync($"Flowstate cannot start: {reason.Message}");
            return false;
        }
    }
}
