using Flowstate.Contacts.Persistence;

namespace Flowstate.Contacts.Merging;

/// <summary>Takes what hangs on a contact to another one, and back. A table with a <c>contact_id</c> is in one of the two lists.</summary>
internal static class MoveRows
{
    public const string FollowUps = "follow_ups";
    public const string Sends = "sends";

    public static readonly string[] Moved = ["touches", "facts", "stage_moves", Sends, "snoozes", FollowUps];

    /// <summary>
    /// A contact's own: its ways to be reached and its rhythm come back with it, and an import's report says what the import
    /// did, to whom.
    /// </summary>
    public static readonly string[] Staying = ["contact_points", "contact_rhythms", "import_rows"];

    // Of each (kind, step) at most one is open: the other's stays with it, and is open again when it comes back.
    private const string NotDoubled = """
        and not (f.status = 'open' and f.kind <> 'manual' and exists (
          select 1 from contacts.follow_ups own
          where own.workspace_id = @ws and own.contact_id = @kept and own.status = 'open' and own.kind = f.kind
            and own.step = f.step))
        """;

    public static async Task<Dictionary<string, Guid[]>> Over(
        ContactsDbContext db,
        Guid kept,
        Guid other,
        CancellationToken ct
    )
    {
        Dictionary<string, Guid[]> moved = new(StringComparer.Ordinal);
        foreach (var table in Moved)
        {
            var rows = await db.Read<Row>(
                $"""
                update contacts.{table} f set contact_id = @kept
                where f.workspace_id = @ws and f.contact_id = @other {(
                    table == FollowUps ? NotDoubled : ""
                )} returning f.id
                """,
                ct,
                ("kept", kept),
                ("other", other)
            );
            moved[table] = [.. rows.Select(row => row.Id)];
        }

        return moved;
    }

    /// <summary>What is still there of it.</summary>
    public static async Task Back(
        ContactsDbContext db,
        Guid kept,
        Guid other,
        IReadOnlyDictionary<string, Guid[]> moved,
        CancellationToken ct
    )
    {
        foreach (var table in Moved.Where(table => moved.GetValueOrDefault(table) is { Length: > 0 }))
        {
            await db.Read<Row>(
                $"""
                update contacts.{table} f set contact_id = @other
                where f.workspace_id = @ws and f.contact_id = @kept and f.id = any(@ids) returning f.id
                """,
                ct,
                ("kept", kept),
                ("other", other),
                ("ids", moved[table])
            );
        }
    }

    internal sealed class Row
    {
        public Guid Id { get; set; }
    }
}
