namespace Flowstate.Host.Tests.Http;

/// <summary>One host for the tests that only ask.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    public const string Friend = "https://app.nordlys.example";

    internal RunningHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Host = await RunningHost.Start($"--Cors:Origins:0={Friend}", "--AllowedHosts=127.0.0.1;flowstate.example");

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
