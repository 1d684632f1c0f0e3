using System.Data.Common;
using Flowstate.Ledger;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Messaging.Tests;

public class LeaseTests
{
    private const string ShortLease = "--Messaging:Lease=00:00:00.300";

    [Fact]
    public async Task A_handler_that_works_longer_than_its_lease_is_not_run_beside_itself()
    {
        await using var books = await Books.Open();
        var calls = 0;
        await using var node = await books.StartNode(
            builder =>
                builder.Services.AddSingleton(
                    new Faults
                    {
                        InHandler = _ =>
                        {
                            Interlocked.Increment(ref calls);
                            return Task.Delay(1500);
                        },
                    }
                ),
            ShortLease
        );

        await books.Tick(2, 1);

        await books.AllHandledOnceInOrder();
        calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_worker_that_stalls_until_another_has_its_row_writes_nothing()
    {
        await using var books = await Books.Open();
        var stall = new StallFirstBegin();
        await using var node = await books.StartNode(
            builder => builder.Services.ConfigureDbContext<LedgerDbContext>(options => options.AddInterceptors(stall)),
            ShortLease
        );

        await books.Tick(1, 3);
        await stall.Over;

        await books.AllHandledOnceInOrder();
        (await books.Scalar<int>("select max(attempts) from ledger.inbox")).ShouldBe(2);
    }

    [Fact]
    public async Task A_worker_that_stalls_and_then_fails_does_not_fail_the_row_of_another()
    {
        await using var books = await Books.Open();
        var stall = new StallFirstBegin(thenFail: true);
        await using var node = await books.StartNode(
            builder => builder.Services.ConfigureDbContext<LedgerDbContext>(options => options.AddInterceptors(stall)),
            ShortLease
        );

        await books.Tick(1, 3);
        await stall.Over;

        await books.AllHandledOnceInOrder();
        (await books.Scalar<long>("select count(*) from ledger.inbox where last_error is not null")).ShouldBe(0);
    }

    /// <summary>Between claim and handle: the first reaction's transaction begins only after its lease has run out.</summary>
    private sealed class StallFirstBegin(bool thenFail = false) : DbTransactionInterceptor
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _begun;

        public Task Over => _over.Task;

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default
        )
        {
            if (Interlocked.Increment(ref _begun) == 1)
            {
                await Task.Delay(1500, cancellationToken);
                _over.SetResult();
                if (thenFail)
                {
                    throw new TimeoutException("too late");
                }
            }

            return result;
        }
    }
}
