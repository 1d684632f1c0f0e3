using Npgsql;

namespace Flowstate.Shared.Persistence;

/// <summary>What the database said, however deep EF has wrapped it.</summary>
public static class DatabaseFault
{
    /// <summary>True where the same work may succeed when tried again: a lost connection, a restart, a deadlock.</summary>
    public static bool IsPassing(this Exception exception) =>
        exception.Chain().Any(link => link is NpgsqlException { IsTransient: true });

    /// <summary>
    /// True where PostgreSQL refused a value as such: a NUL or half a surrogate pair in a text, a number out of range.
    /// </summary>
    public static bool IsUnstorableValue(this Exception exception) =>
        exception
            .Chain()
            .OfType<PostgresException>()
            .Any(refused =>
                refused.SqlState
                    is PostgresErrorCodes.CharacterNotInRepertoire
                        or PostgresErrorCodes.UntranslatableCharacter
                        or PostgresErrorCodes.InvalidTextRepresentation
                        or PostgresErrorCodes.NumericValueOutOfRange
            );

    private static IEnumerable<Exception> Chain(this Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}
