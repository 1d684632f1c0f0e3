namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>Ties the server to the host: it goes down only when every other hosted service has stopped.</summary>
internal sealed class StopPostgresLast(EmbeddedPostgresServer server, ILogger<StopPostgresLast> log)
    : IHostedLifecycleService,
        IAsyncDisposable
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        log.LogInformation("Database: {Description}", server.Description);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => server.Stop();

    // A host that fails while starting is disposed without having been stopped.
    public async ValueTask DisposeAsync() => await server.Stop();
}
