using Flowstate.Contacts.Persistence;

namespace Flowstate.Contacts.Merging;

/// <summary>Takes what hangs on a contact to another one, and back. A table with a <c>contact_id</c> is in one of the two lists.</summary>
internal static class MoveRows
{
    public const string FollowUps = "follow_ups";
    public const string Sends = "sends";

    public static readonly string[] Moved = ["touches", "facts", "stage_moves", Sends, "snoozes", FollowUps];

    /// <summary>What goes where its rows go, by their ids.</summary>
    public static readonly IReadOnlyDictionary<string, string> Receipts = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["touches"] = "touch_receipts",
        ["facts"] = "fact_receipts",
    };

    /// <summary>
    /// A contact's own: its ways to be reached and its rhythm come back with it, and an import's report says what the import
    /// did, to whom.
    /// </summary>
    public static readonly string[] Staying =
    [
        "contact_points",
        "contact_rhythms",
        "import_rows",
        "bulk_rows",
        "erased_contacts",
    ];

    private const string These = "and f.id = any(@ids)";

    // Of each (kind, step) at most one is open: the other's stays with it, and is open again when it comes back.
    private const string NotDoubled = """
        and not (f.status = 'open' and f.kind <> 'manual' and exists (
          select 1 from contacts.follow_ups own
          where own.workspace_id = @ws and own.contact_id = @to and own.status = 'open' and own.kind = f.kind
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
            var rows = await Move(db, table, other, kept, table == FollowUps ? NotDoubled : "", [], ct);
            moved[table] = [.. rows.Select(row => row.Id)];
            await Follow(db, table, other, kept, moved[table], ct);
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
            await Move(db, table, kept, other, These, moved[table], ct);
            await Follow(db, table, kept, other, moved[table], ct);
        }
    }

    private static Task Follow(
        ContactsDbContext db,
        string table,
        Guid from,
        Guid to,
        Guid[] ids,
        CancellationToken ct
    ) =>
        Receipts.TryGetValue(table, out var receipts) && ids.Length > 0
            ? Move(db, receipts, from, to, These, ids, ct)
            : Task.CompletedTask;

    private static Task<List<Row>> Move(
        ContactsDbContext db,
        string table,
        Guid from,
        Guid to,
        string which,
        Guid[] ids,
        CancellationToken ct
    ) =>
        db.Read<Row>(
            $"""
            update contacts.{table} f set contact_id = @to
            where f.workspace_id = @ws and f.contact_id = @from {which} returning f.id
            """,
            ct,
            ("from", from),
            ("to", to),
            ("ids", ids)
        );

    internal sealed class Row
    {
        public Guid Id { get; set; }
    }
}
