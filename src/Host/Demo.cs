using Flowstate.Shared.Identity;
using Flowstate.Shared.Messaging;
using Flowstate.Shared.Modules;

namespace Flowstate.Host;

/// <summary><c>demo</c>: fills an empty database with a believable team, lets the events run dry and ends.</summary>
internal static class Demo
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> Run(WebApplication app)
    {
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        var demo = new DemoWorkspace();
        try
        {
            await Fill(app.Services, demo);
            await EventsSettled(app.Services);
        }
        catch (InvalidOperationException refused)
        {
            await Console.Error.WriteLineAsync($"No demo data: {refused.Message}");
            return 3;
        }
        finally
        {
            await app.StopAsync();
        }

        foreach (var line in demo.Tell)
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    private static async Task Fill(IServiceProvider services, DemoWorkspace demo)
    {
        // A scope per module: each enters the workspace that Identity, the first of them, has made.
        var count = services.CreateScope().ServiceProvider.GetServices<IDemoData>().Count();
        for (var index = 0; index < count; index++)
        {
            await using var scope = services.CreateAsyncScope();
            if (demo.WorkspaceId != Guid.Empty)
            {
                scope.ServiceProvider.GetRequiredService<CurrentUser>().Enter(demo.WorkspaceId);
            }

            var next = scope.ServiceProvider.GetServices<IDemoData>().OrderBy(data => data.Order).ElementAt(index);
            await next.Fill(demo, CancellationToken.None);
            await EventsSettled(services);
        }
    }

    private static async Task EventsSettled(IServiceProvider services)
    {
        using var limit = new CancellationTokenSource(Patience);
        foreach (var database in services.GetServices<ModuleDatabase>())
        {
            while (await Waiting(database) > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
            }
        }
    }

    private static async Task<long> Waiting(ModuleDatabase database)
    {
        await using var command = database.Everywhere(
            $"""
            select (select count(*) from {database.Schema}.outbox)
                 + (select count(*) from {database.Schema}.inbox where done_at is null and dead_at is null)
            """
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
