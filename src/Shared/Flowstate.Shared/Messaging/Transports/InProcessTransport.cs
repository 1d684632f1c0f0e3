namespace Flowstate.Shared.Messaging.Transports;

/// <summary>All modules in one process: publishing is accepting, in the consumer's own database transaction.</summary>
internal sealed class InProcessTransport(IEnumerable<IInbox> inboxes) : IEventTransport
{
    public async Task Publish(IReadOnlyList<EventEnvelope> envelopes, CancellationToken ct)
    {
        foreach (var inbox in inboxes)
        {
            await inbox.Accept(envelopes, ct);
        }
    }
}
