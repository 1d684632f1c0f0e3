using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Shared.Jobs;

/// <summary>Long work that a person started and can watch: what a 202 points to.</summary>
public sealed class BackgroundTask : IWorkspaceOwned
{
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Finished = "done";
    public const string Failed = "failed";

    private BackgroundTask() { }

    public BackgroundTask(Guid id, Guid workspaceId, string kind, Guid? startedBy, DateTimeOffset createdAt)
    {
        (Id, WorkspaceId, Kind, StartedBy, CreatedAt) = (id, workspaceId, kind, startedBy, createdAt);
    }

    public Guid Id { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public string Kind { get; private set; } = "";

    /// <summary>The member who may watch it, beside those who see the whole workspace.</summary>
    public Guid? StartedBy { get; private set; }
    public string State { get; private set; } = Queued;
    public long Done { get; private set; }

    /// <summary>Null while it is not known.</summary>
    public long? Total { get; private set; }
    public string? Error { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }

    public void Advance(long done, long? total) => (State, Done, Total) = (Running, done, total);

    public void Finish(DateTimeOffset at) => (State, FinishedAt) = (Finished, at);

    public void Fail(string error, DateTimeOffset at) => (State, Error, FinishedAt) = (Failed, error, at);

    internal static void Map(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<BackgroundTask>(task =>
        {
            task.ToTable("tasks");
            task.HasKey(row => new { row.WorkspaceId, row.Id });
        });
}
