using System.Text.Json;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

internal sealed partial class Import
{
    /// <summary>What its owner decided; the columns that are not named keep their fields.</summary>
    public void Choose(IReadOnlyDictionary<string, ImportColumn> chosen, Stage stage, WhenKnown existing)
    {
        var columns = Columns.Select(column =>
            chosen.TryGetValue(column.Column, out var choice) ? column.As(choice) : column
        );
        (Mapping, Stage, Existing) = (JsonSerializer.Serialize(columns), stage, existing);
    }

    /// <summary>The columns with what was found out about them, or made for them.</summary>
    public void Settle(IEnumerable<ImportColumn> columns) => Mapping = JsonSerializer.Serialize(columns);

    public void Queue(DateTimeOffset now) => Begin(ImportState.Queued, now);

    public void Check(Guid taskId, DateTimeOffset now)
    {
        CheckTaskId = taskId;
        Begin(ImportState.Checking, now);
    }

    /// <summary>Whether this check is the one that was asked for last, and nothing has begun since.</summary>
    public bool IsUnder(Guid checkId) => State == ImportState.Checking && CheckTaskId == checkId;

    public void Checked(DateTimeOffset now) => (State, MovedAt) = (ImportState.Checked, now);

    /// <summary>A refused row was put right and comes to something else now.</summary>
    public void Mend(RowOutcome outcome)
    {
        Refused--;
        Count(outcome, 1);
    }

    private void Begin(ImportState state, DateTimeOffset now)
    {
        (State, NextRow, MovedAt) = (state, 1, now);
        (Created, Updated, Duplicates, Refused) = (0, 0, 0, 0);
    }

    /// <summary>Steps past a chunk whose rows came to these outcomes.</summary>
    public void Advance(int nextRow, IReadOnlyList<ImportRow> rows, DateTimeOffset now)
    {
        (State, NextRow, MovedAt) = (ImportState.Running, nextRow, now);
        StartedAt ??= now;
        Count(rows);
    }

    /// <summary>The same for a check, which writes none of them.</summary>
    public void Foresee(int nextRow, IReadOnlyList<ImportRow> rows, DateTimeOffset now)
    {
        (NextRow, MovedAt) = (nextRow, now);
        Count(rows);
    }

    private void Count(IReadOnlyList<ImportRow> rows)
    {
        foreach (var (outcome, number) in rows.CountBy(row => row.Outcome))
        {
            Count(outcome, number);
        }
    }

    private void Count(RowOutcome outcome, int number)
    {
        Created += outcome == RowOutcome.Created ? number : 0;
        Updated += outcome == RowOutcome.Updated ? number : 0;
        Duplicates += outcome == RowOutcome.Duplicate ? number : 0;
        Refused += outcome == RowOutcome.Refused ? number : 0;
    }

    public void Finish(DateTimeOffset now)
    {
        (State, MovedAt, FinishedAt) = (ImportState.Done, now, now);
        DropSamples();
    }

    public void Undo(Guid taskId, DateTimeOffset now) =>
        (State, UndoneFrom, UndoTaskId, MovedAt) = (ImportState.Undoing, NextRow, taskId, now);

    /// <summary>Steps back over a chunk of rows; before the first one the undo is over.</summary>
    public void StepBack(int undoneFrom, int removed, int restored, int kept, DateTimeOffset now)
    {
        (UndoneFrom, MovedAt) = (undoneFrom, now);
        (Removed, Restored, Kept) = (Removed + removed, Restored + restored, Kept + kept);
        State = undoneFrom <= 1 ? ImportState.Undone : ImportState.Undoing;
    }

    public void Fail(string error, DateTimeOffset now)
    {
        (State, Error, MovedAt, FinishedAt) = (ImportState.Failed, error, now, now);
        DropSamples();
    }

    // They help to choose, and are some people's: they go where the file goes.
    private void DropSamples() =>
        Mapping = JsonSerializer.Serialize(Columns.Select(column => column with { Samples = [] }));
}
