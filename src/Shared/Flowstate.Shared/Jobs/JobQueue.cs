using System.Linq.Expressions;
using Flowstate.Shared.Modules;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.PostgreSql;
using Hangfire.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Flowstate.Shared.Jobs;

/// <summary>Work that a clock starts. It loops over workspaces itself, or is one set-based statement.</summary>
public interface IRecurringJob
{
    /// <summary>Stable: renaming it leaves the old schedule behind.</summary>
    string Id { get; }

    /// <summary>Five-field cron, UTC.</summary>
    string Cron { get; }

    Task Run(CancellationToken ct);
}

/// <summary>
/// Hands work to the background: a method of a plain class and its arguments, kept in PostgreSQL until it is done,
/// on whichever host has time. One job per batch of work, never one per contact: an enqueue costs milliseconds.
/// </summary>
public sealed class JobQueue(IBackgroundJobClient client)
{
    private List<Action>? _held;

    public void Enqueue<TJob>(Expression<Func<TJob, Task>> work)
        where TJob : notnull
    {
        if (_held is { } held)
        {
            held.Add(() => client.Enqueue(work));
        }
        else
        {
            client.Enqueue(work);
        }
    }

    /// <summary>Keeps back what this scope enqueues, until the transaction that it belongs to has ended.</summary>
    internal void Hold() => _held = [];

    internal void Release(bool committed)
    {
        var held = _held ?? [];
        _held = null;
        if (committed)
        {
            held.ForEach(enqueue => enqueue());
        }
    }
}

public static class JobsSetup
{
    public const string Schema = "jobs";

    public static IHostApplicationBuilder AddJobs(this IHostApplicationBuilder builder)
    {
        var connection = ModuleConnection.For(builder.Configuration, Schema);
        // By factory, so that the container closes its connections.
        builder.Services.AddSingleton(_ => new JobsSchema(connection));
        builder.Services.AddScoped<JobQueue>();
        // Of this container, not the process: AddHangfire would take the storage and the activator of whichever host in
        // the process was configured last, and jobs would run against another host's database or none.
        builder.Services.AddSingleton<JobStorage>(provider =>
            Storage(provider.GetRequiredService<JobsSchema>(), builder.Configuration)
        );
        builder.Services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(
            provider.GetRequiredService<IServiceScopeFactory>()
        ));
        builder.Services.AddHangfire(hangfire =>
            hangfire
                .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
                .UseSimpleAssemblyNameTypeSerializer()
                .UseRecommendedSerializerSettings()
                .UseFilter(new AutomaticRetryAttribute { Attempts = 5 })
        );
        builder.Services.AddHangfireServer(options =>
        {
            options.WorkerCount = builder.Configuration.GetValue("Jobs:Workers", 2);
            options.ShutdownTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddHostedService<RecurringJobs>();
        return builder;
    }

    private static PostgreSqlStorage Storage(JobsSchema connections, IConfiguration configuration)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            QueuePollInterval = TimeSpan.FromSeconds(1),
            EnableLongPolling = true,
            UseSlidingInvisibilityTimeout = true,
            // How long a job of a killed host waits before another takes it.
            InvisibilityTimeout = configuration.GetValue("Jobs:InvisibilityTimeout", TimeSpan.FromSeconds(30)),
        };
        return new PostgreSqlStorage(connections, options);
    }
}

/// <summary>The queue's own schema, made by the migrator and owned by the queue's role.</summary>
public sealed class JobsSchema(ModuleConnection connection) : IConnectionFactory, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = connection.BuildDataSource();

    public ModuleConnection Connection { get; } = connection;

    public NpgsqlConnection GetOrCreateConnection() => _source.CreateConnection();

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}

/// <summary>
/// Writes the schedule down, beside the start and not in its way: a host that was killed as it did the same leaves a lock that
/// counts for ten minutes, and until then the schedule it wrote.
/// </summary>
internal sealed class RecurringJobs(IRecurringJobManager manager, IServiceScopeFactory scopes) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        List<IRecurringJob> open = [.. scope.ServiceProvider.GetServices<IRecurringJob>()];
        for (open.RemoveAll(IsScheduled); open.Count > 0; open.RemoveAll(IsScheduled))
        {
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private bool IsScheduled(IRecurringJob job)
    {
        try
        {
            manager.AddOrUpdate<RecurringJobRunner>(
                job.Id,
                runner => runner.Run(job.Id, CancellationToken.None),
                job.Cron
            );
            return true;
        }
        catch (DistributedLockTimeoutException)
        {
            return false;
        }
    }
}

/// <summary>Finds the job by its id, so that a schedule in the database outlives a renamed class.</summary>
internal sealed class RecurringJobRunner(IEnumerable<IRecurringJob> jobs)
{
    [DisableConcurrentExecution(timeoutInSeconds: 10)]
    public Task Run(string id, CancellationToken ct) =>
        jobs.FirstOrDefault(job => job.Id == id)?.Run(ct) ?? Task.CompletedTask;
}
