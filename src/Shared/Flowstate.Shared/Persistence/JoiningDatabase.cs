using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Flowstate.Shared.Persistence;

/// <summary>
/// Lets a handler that begins a transaction run inside one that a pipeline step began around it: then it takes part, and
/// only the step commits. Without such a step a second transaction is refused, as ever.
/// </summary>
internal sealed class JoiningDatabase(DbContext context) : DatabaseFacade(context)
{
    public IDbContextTransaction? Around { get; set; }

    public override Task<IDbContextTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) =>
        Around is { } around && CurrentTransaction == around
            ? Task.FromResult<IDbContextTransaction>(new Part(around))
            : base.BeginTransactionAsync(cancellationToken);

    private sealed class Part(IDbContextTransaction whole) : IDbContextTransaction
    {
        public Guid TransactionId => whole.TransactionId;

        public void Commit() { }

        public Task CommitAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Rollback() => whole.Rollback();

        public Task RollbackAsync(CancellationToken cancellationToken = default) =>
            whole.RollbackAsync(cancellationToken);

        public Task CreateSavepointAsync(string name, CancellationToken cancellationToken = default) =>
            whole.CreateSavepointAsync(name, cancellationToken);

        public Task RollbackToSavepointAsync(string name, CancellationToken cancellationToken = default) =>
            whole.RollbackToSavepointAsync(name, cancellationToken);

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
