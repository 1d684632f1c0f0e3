using Flowstate.Abstractions;

namespace Flowstate.Shared.Persistence;

/// <summary>A row of one workspace: filtered on read and stamped on insert by <see cref="ModuleDbContext"/>.</summary>
public interface IWorkspaceOwned
{
    Guid WorkspaceId { get; }
}

/// <summary>
/// An aggregate root. <see cref="Version"/> is its concurrency token and ETag; it starts at 1 and the aggregate's
/// verbs move it on by <see cref="Touch"/>. Events raised here are written to the outbox in the same transaction.
/// </summary>
public abstract class Entity : IWorkspaceOwned
{
    private readonly List<IIntegrationEvent> _events = [];

    public Guid Id { get; protected set; }

    public Guid WorkspaceId { get; protected set; }

    public long Version { get; private set; } = 1;

    /// <summary>Takes the events raised since the last call, in order.</summary>
    public IReadOnlyList<IIntegrationEvent> TakeEvents()
    {
        IIntegrationEvent[] taken = [.. _events];
        _events.Clear();
        return taken;
    }

    protected void Raise(IIntegrationEvent integrationEvent) => _events.Add(integrationEvent);

    /// <summary>Moves the version on by one: once per verb, before the event that carries it.</summary>
    protected void Touch() => Version++;
}
