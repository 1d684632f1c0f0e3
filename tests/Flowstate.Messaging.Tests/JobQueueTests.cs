using Flowstate.Shared.Jobs;
using Flowstate.Testing;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Flowstate.Messaging.Tests;

public class JobQueueTests
{
    [Fact]
    public async Task Hosts_in_one_process_keep_their_jobs_to_themselves()
    {
        using var first = await HostWithJobs();
        using var second = await HostWithJobs();

        // The library keeps what was configured last for the whole process.
        first.Services.GetRequiredService<IGlobalConfiguration>();
        second.Services.GetRequiredService<IGlobalConfiguration>();

        using (var here = Storage(first))
        {
            here.SetRangeInHash("kept", [new("by", "first")]);
        }

        using (var there = Storage(second))
        {
            there.GetAllEntriesFromHash("kept").ShouldBeNull();
        }

        Scoped(first).ShouldBe(first.Services.GetRequiredService<IConfiguration>());
        Scoped(second).ShouldBe(second.Services.GetRequiredService<IConfiguration>());
    }

    private static async Task<IHost> HostWithJobs()
    {
        var server = await PostgresServer.Shared();
        var builder = new HostApplicationBuilder();
        builder.Configuration["ConnectionStrings:Flowstate"] = builder.Configuration["ConnectionStrings:jobs"] =
            await server.CreateDatabase($"jobs_{Guid.CreateVersion7():N}");
        builder.AddJobs();
        return builder.Build();
    }

    private static IStorageConnection Storage(IHost host) =>
        host.Services.GetRequiredService<JobStorage>().GetConnection();

    // What a job would be given.
    private static object Scoped(IHost host)
    {
        using var scope = host.Services.GetRequiredService<JobActivator>().BeginScope((JobActivatorContext?)null);
        return scope.Resolve(typeof(IConfiguration));
    }
}
