using System.Net;
using Flowstate.Shared.Caching;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Limits;
using Flowstate.Shared.Slices;
using Flowstate.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Flowstate.Host.Tests.Limits;

/// <summary>A host with tokens, Redis and limits, and one address behind them.</summary>
internal sealed class LimitedHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LimitedHost(WebApplication app, FakeTimeProvider clock) => (_app, Clock) = (app, clock);

    public FakeTimeProvider Clock { get; }

    public static async Task<LimitedHost> Start(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(set => set.Name, set => (string?)set.Value));
        builder.Configuration["Flowstate:DataDirectory"] = Path.Combine(
            Path.GetTempPath(),
            $"flowstate-{Environment.ProcessId}"
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.AddTokenVerification().AddCache();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        builder.Services.AddSingleton<TimeProvider>(clock).AddFlowstateProblems();
        builder.Services.AddRateLimits(builder.Configuration);
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseAuthentication();
        app.UseRateLimits();
        app.UseAuthorization();
        app.MapGet("/api/v1/ping", () => "pong").AllowAnonymous();
        app.MapGet("/api/v1/broken", IResult () => throw new InvalidOperationException("broken")).AllowAnonymous();
        app.MapGet("/elsewhere", () => "pong").AllowAnonymous();
        app.MapGet("/health/live", () => "pong").AllowAnonymous();
        await app.StartAsync();
        return new LimitedHost(app, clock);
    }

    public HttpClient Anonymous() => new() { BaseAddress = new Uri(_app.Urls.First()) };

    public HttpClient As(TestMember member) =>
        Anonymous().WithToken(TestTokens.Issue(member, _app.Services.GetRequiredService<TokenKeys>(), []));

    /// <summary>Sends so many requests at once and counts the answers by status.</summary>
    public static async Task<Dictionary<HttpStatusCode, int>> Storm(int requests, params HttpClient[] clients)
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, requests).Select(number => clients[number % clients.Length].GetAsync("/api/v1/ping"))
        );
        return answers.GroupBy(answer => answer.StatusCode).ToDictionary(group => group.Key, group => group.Count());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
