using System.Data.Common;
using System.Diagnostics;
using Flowstate.Ledger;
using Flowstate.Shared.Messaging;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Flowstate.MessagingNode;

/// <summary>
/// Ends the process as kill -9 does, at the point that <c>DieAt</c> names, or whenever a tick of the meter
/// <c>Killer</c> is handled: <c>BeforePublish</c> (committed, not relayed), <c>AfterPublish</c> (relayed, not deleted),
/// <c>AfterClaim</c> (claimed, not begun), <c>InHandler</c> (written, not committed).
/// </summary>
public static class DeadlyPoint
{
    public static void Add(WebApplicationBuilder builder)
    {
        var point = builder.Configuration["DieAt"];
        if (point is "BeforePublish" or "AfterPublish")
        {
            var real = builder.Services.Last(service => service.ServiceType == typeof(IEventTransport));
            builder.Services.AddSingleton<IEventTransport>(provider => new DeadlyTransport(
                (IEventTransport)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!),
                before: point == "BeforePublish"
            ));
        }

        if (point == "AfterClaim")
        {
            builder.Services.ConfigureDbContext<LedgerDbContext>(options => options.AddInterceptors(new DeadlyBegin()));
        }

        var killer = builder.Configuration.GetValue<Guid>("Killer");
        if (point == "InHandler" || killer != Guid.Empty)
        {
            builder.Services.AddSingleton(
                new Faults
                {
                    InHandler = heard =>
                        point == "InHandler" || heard.AggregateId == killer ? Die() : Task.CompletedTask,
                }
            );
        }
    }

    private static Task Die()
    {
        Process.GetCurrentProcess().Kill();
        return Task.Delay(Timeout.Infinite);
    }

    private sealed class DeadlyTransport(IEventTransport real, bool before) : IEventTransport
    {
        public async Task Publish(IReadOnlyList<EventEnvelope> envelopes, CancellationToken ct)
        {
            if (before)
            {
                await Die();
            }

            await real.Publish(envelopes, ct);
            await Die();
        }
    }

    private sealed class DeadlyBegin : DbTransactionInterceptor
    {
        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default
        )
        {
            await Die();
            return result;
        }
    }
}
