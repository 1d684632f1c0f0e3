using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Features.Contacts;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Features.Pipeline;

/// <summary>
/// A contact on the board. <paramref name="Stale"/>: two weeks in one stage of the line with nothing planned ahead.
/// </summary>
internal sealed record BoardCard(
    Guid Id,
    string Name,
    string? Organisation,
    int Warmth,
    Stage Stage,
    DateTimeOffset StageEnteredAt,
    int DaysInStage,
    bool Stale,
    DateTimeOffset? NextFollowUpAt,
    int QualificationScore,
    long Version
)
{
    private const int StaleAfterDays = 14;

    public static BoardCard Of(Row row, DateTimeOffset now)
    {
        var stage = Stages.OfCode(row.Stage);
        var entered = row.StageEnteredAt!.Value;
        var days = Math.Max(0, (int)(now - entered).TotalDays);
        return new BoardCard(
            row.Id!.Value,
            row.Name!,
            row.Organisation,
            row.Warmth ?? 0,
            stage,
            entered,
            days,
            stage < Stage.SignedUp && days >= StaleAfterDays && !(row.NextFollowUpAt > now),
            row.NextFollowUpAt,
            row.QualificationScore ?? 0,
            row.Version ?? 0
        );
    }

    /// <summary>The cards of a column, newest in the stage first, and where the next page starts.</summary>
    public static (IReadOnlyList<BoardCard> Cards, string? NextCursor) Page(
        IReadOnlyList<Row> rows,
        int limit,
        DateTimeOffset now
    )
    {
        var cards = rows.Where(row => row.Id is not null).Take(limit).Select(row => Of(row, now)).ToList();
        return (cards, rows.Count > limit ? new Cursor(cards[^1].StageEnteredAt, cards[^1].Id).ToString() : null);
    }

    /// <summary>What the board's SQL reads; without a card where a column is empty.</summary>
    internal sealed class Row
    {
        public const string Columns = """
            c.id, c.name, c.organisation, c.warmth, c.stage_entered_at, c.version,
            25 * ((c.qualification_why is not null)::int + (c.qualification_desired_outcome is not null)::int
              + (c.qualification_timeline is not null)::int + (c.qualification_decision_maker is not null)::int)
              as qualification_score
            """;

        /// <summary>The contacts that may be seen, all or those that the search finds.</summary>
        public static string From(ContactsDbContext db, SearchTerm? search) =>
            search is null
                ? $"contacts.contacts c where {db.Visible("c")}"
                : $"{db.SearchView} c where {db.VisibleInSearch("c")}{search.Found("c")}";

        public string Stage { get; set; } = "";
        public long Count { get; set; }
        public long LeftStage { get; set; }
        public long WentOn { get; set; }
        public string[]? Labels { get; set; }
        public Guid? Id { get; set; }
        public string? Name { get; set; }
        public string? Organisation { get; set; }
        public int? Warmth { get; set; }
        public DateTimeOffset? StageEnteredAt { get; set; }
        public long? Version { get; set; }
        public int? QualificationScore { get; set; }
        public DateTimeOffset? NextFollowUpAt { get; set; }
    }
}
