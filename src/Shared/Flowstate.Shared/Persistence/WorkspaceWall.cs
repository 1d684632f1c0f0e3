using System.Data.Common;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Flowstate.Shared.Persistence;

/// <summary>
/// Tells the database which workspace was entered, so that row-level security knows it: in front of a command and in its
/// round trip, or once where a transaction begins. The setting ends with the transaction, so that a pooled connection
/// (PgBouncer in transaction mode too) never carries it to the next one. Where no workspace was entered nothing is
/// said, and the tables with workspaces show no row.
/// </summary>
internal sealed class WorkspaceWall : DbCommandInterceptor, IDbTransactionInterceptor
{
    private const string Workspace = "__workspace";
    private const string Member = "__member";
    private const string Request = "__request";

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Enter(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Enter(command, eventData);
        return new(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    )
    {
        Enter(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Enter(command, eventData);
        return new(result);
    }

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    )
    {
        Enter(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Enter(command, eventData);
        return new(result);
    }

    public DbTransaction TransactionStarted(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result
    )
    {
        if (Entering(result, eventData) is { } command)
        {
            using (command)
            {
                command.ExecuteNonQuery();
            }
        }

        return result;
    }

    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        if (Entering(result, eventData) is { } command)
        {
            await using (command)
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        return result;
    }

    private static void Enter(DbCommand command, CommandEventData data)
    {
        if (data.Context is not ModuleDbContext context)
        {
            return;
        }

        if (command.Transaction is null && data.CommandSource is CommandSource.SaveChanges)
        {
            // A prefix would shift the results that a save counts.
            throw new InvalidOperationException("A save needs its transaction: the context was not leased.");
        }

        // A query changes nothing, so that it need not say who asks.
        Enter(command, context, writes: data.CommandSource is not CommandSource.LinqQuery);
    }

    /// <summary>For a command that is sent past EF.</summary>
    public static void Enter(DbCommand command, ModuleDbContext context, bool writes)
    {
        if (command.Transaction is not null)
        {
            if (context.WorkspaceOfTransaction != context.User.Wall)
            {
                throw new InvalidOperationException("Enter the workspace before the transaction begins.");
            }

            return;
        }

        if (context.User.Wall is { } workspace)
        {
            command.CommandText =
                (writes ? Writing(context) : $"CALL {context.Schema}.enter(@{Workspace})")
                + ";\n"
                + command.CommandText;
            Add(command, workspace, writes ? context.User : null);
        }
    }

    private static NpgsqlCommand? Entering(DbTransaction transaction, TransactionEndEventData data)
    {
        if (data.Context is not ModuleDbContext context)
        {
            return null;
        }

        context.WorkspaceOfTransaction = context.User.Wall;
        if (context.User.Wall is not { } workspace)
        {
            return null;
        }

        var command = new NpgsqlCommand(
            Writing(context),
            (NpgsqlConnection)transaction.Connection!,
            (NpgsqlTransaction)transaction
        );
        Add(command, workspace, context.User);
        return command;
    }

    private static string Writing(ModuleDbContext context) =>
        $"CALL {context.Schema}.enter(@{Workspace}, @{Member}, @{Request})";

    private static void Add(DbCommand command, Guid workspace, CurrentUser? writer)
    {
        command.Parameters.Add(new NpgsqlParameter<Guid>(Workspace, workspace));
        if (writer is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<Guid?>(Member, writer.MemberId));
            command.Parameters.Add(
                new NpgsqlParameter<string>(Request, AuditLog.RequestOf(writer)) { DbType = System.Data.DbType.String }
            );
        }
    }
}
