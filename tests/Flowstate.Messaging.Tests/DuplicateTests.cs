using Flowstate.Abstractions;
using Flowstate.Meters;
using Flowstate.Shared.Messaging;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Messaging.Tests;

public class DuplicateTests
{
    [EventName("meters.ticked.v1")]
    private sealed record TickedUnderAnotherTypeName(
        Guid WorkspaceId,
        Guid AggregateId,
        long Version,
        DateTimeOffset At,
        long Number
    ) : IIntegrationEvent;

    private static EventEnvelope Envelope(IIntegrationEvent raised) => ModuleHarness<MetersModule>.Envelope(raised);

    private static EventEnvelope Tick(Guid meter, long number) =>
        Envelope(new MeterTicked(Guid.CreateVersion7(), meter, number, TimeProvider.System.GetUtcNow(), number));

    [Fact]
    public async Task An_event_accepted_a_hundred_times_is_handled_once()
    {
        await using var books = await Books.Open();
        await using var node = await books.StartNode();
        var ledger = node.Services.GetServices<IInbox>().Single(inbox => inbox.Module == "ledger");
        EventEnvelope[] batch = [.. Enumerable.Range(1, 5).Select(number => Tick(books.Workspace, number))];

        for (var time = 0; time < 100; time++)
        {
            await ledger.Accept(batch, TestContext.Current.CancellationToken);
        }

        await books.Until($"select {Books.Quiet}");
        await ledger.Accept(batch, TestContext.Current.CancellationToken);
        await books.Until($"select {Books.Quiet}");
        (await books.Scalar<long[]>("select array_agg(number order by id) from ledger.entries")).ShouldBe([
            1,
            2,
            3,
            4,
            5,
        ]);
    }

    [Fact]
    public async Task An_event_accepted_a_hundred_times_at_once_is_handled_once()
    {
        await using var books = await Books.Open();
        await using var node = await books.StartNode();
        var ledger = node.Services.GetServices<IInbox>().Single(inbox => inbox.Module == "ledger");
        EventEnvelope[] batch = [.. Enumerable.Range(1, 20).Select(number => Tick(books.Workspace, number))];

        // Some begin later: an old leader offers what the new one has taken further.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 100),
            new ParallelOptions { MaxDegreeOfParallelism = 10 },
            async (time, ct) => await ledger.Accept(time % 2 == 0 ? batch : batch[..10], ct)
        );

        await books.Until($"select {Books.Quiet}");
        (await books.Scalar<long[]>("select array_agg(number order by id) from ledger.entries")).ShouldBe(
            Enumerable.Range(1, 20).Select(number => (long)number)
        );
    }

    [Fact]
    public async Task An_event_is_heard_by_its_name_whatever_its_type_is_called()
    {
        await using var books = await Books.Open();
        await using var node = await books.StartNode();
        var ledger = node.Services.GetServices<IInbox>().Single(inbox => inbox.Module == "ledger");
        var renamed = new TickedUnderAnotherTypeName(
            books.Workspace,
            Guid.CreateVersion7(),
            1,
            TimeProvider.System.GetUtcNow(),
            1
        );

        await ledger.Accept([Envelope(renamed)], TestContext.Current.CancellationToken);

        await books.Until("select count(*) = 1 from ledger.entries");
    }

    [Fact]
    public void An_event_without_a_proper_name_cannot_be_raised() =>
        Should.Throw<InvalidOperationException>(() => OutboxMessage.NameOf(typeof(Nameless)));

    [EventName("nameless")]
    private sealed record Nameless;
}
