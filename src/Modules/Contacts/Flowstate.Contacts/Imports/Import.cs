using System.Text.Json;
using Flowstate.Contacts.Domain;
using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Imports;

internal enum ImportState
{
    /// <summary>Uploaded; its owner looks at what the columns were taken for.</summary>
    Mapping,

    /// <summary>It is worked out what each row would come to; nothing is written.</summary>
    Checking,

    /// <summary>Its owner looks at what each row would come to. Counts and rows are foreseen ones.</summary>
    Checked,
    Queued,
    Running,
    Done,
    Failed,

    /// <summary>Its rows are taken back, the last one first.</summary>
    Undoing,
    Undone,
}

/// <summary>A CSV column as the upload found it, and what its cells are taken for.</summary>
internal sealed record ImportColumn(string Column, IReadOnlyList<string> Samples, ContactField Field);

/// <summary>
/// One address book on its way in. <see cref="NextRow"/> is the fence: a chunk of rows is written in one transaction with
/// the step past it, so that whoever takes over after a crash begins exactly where the last commit ended.
/// </summary>
internal sealed class Import : IWorkspaceOwned
{
    private Import() { }

    public Guid Id { get; private init; }

    public Guid WorkspaceId { get; private init; }

    /// <summary>Who imports; the contacts become theirs.</summary>
    public Guid OwnerId { get; private init; }

    public string FileName { get; private init; } = "";

    public long Size { get; private init; }

    public AddressBookKind Kind { get; private init; }

    public string Format { get; private init; } = "";

    public string Encoding { get; private init; } = "";

    public string? Delimiter { get; private init; }

    public int HeaderLine { get; private init; }

    public string Mapping { get; private set; } = "[]";

    /// <summary>Where the contacts of this file start in the pipeline, unless their row says it.</summary>
    public Stage Stage { get; private set; }

    public WhenKnown Existing { get; private set; }

    public ImportState State { get; private set; }

    public int Total { get; private init; }

    public int NextRow { get; private set; } = 1;

    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Duplicates { get; private set; }

    public int Refused { get; private set; }

    public string? Error { get; private set; }

    /// <summary>The last check that was asked for; an older one stops where it is.</summary>
    public Guid? CheckTaskId { get; private set; }

    /// <summary>While undoing: the rows from this one on are taken back, and the task that says so.</summary>
    public int? UndoneFrom { get; private set; }

    public Guid? UndoTaskId { get; private set; }

    /// <summary>By the undo: contacts put away again, given back what they were, and left because people worked with them.</summary>
    public int Removed { get; private set; }

    public int Restored { get; private set; }

    public int Kept { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>The last step forward; a running import that makes none has lost its host.</summary>
    public DateTimeOffset MovedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public int Processed => NextRow - 1;

    public bool IsOver => !IsWaiting && State is not (ImportState.Queued or ImportState.Running);

    /// <summary>Nothing of it is written yet, and it can be mapped, checked and put right.</summary>
    public bool IsWaiting => State is ImportState.Mapping or ImportState.Checking or ImportState.Checked;

    public IReadOnlyList<ImportColumn> Columns => JsonSerializer.Deserialize<List<ImportColumn>>(Mapping)!;

    public static Import Upload(
        Guid workspaceId,
        Guid ownerId,
        string fileName,
        long size,
        FileFormat format,
        IReadOnlyList<ImportColumn> columns,
        int total,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = workspaceId,
            OwnerId = ownerId,
            FileName = fileName,
            Size = size,
            Kind = format.Kind,
            Format = format.Format,
            Encoding = format.Encoding.WebName,
            Delimiter = format.Delimiter?.ToString(),
            HeaderLine = format.HeaderLine,
            Mapping = JsonSerializer.Serialize(columns),
            Total = total,
            CreatedAt = now,
            MovedAt = now,
        };

    /// <summary>What its owner decided; the columns that are not named keep their fields.</summary>
    public void Choose(IReadOnlyDictionary<string, ContactField> chosen, Stage stage, WhenKnown existing)
    {
        var columns = Columns.Select(column =>
            chosen.TryGetValue(column.Column, out var field) ? column with { Field = field } : column
        );
        (Mapping, Stage, Existing) = (JsonSerializer.Serialize(columns), stage, existing);
    }

    public void Queue(DateTimeOffset now) => Begin(ImportState.Queued, now);

    public void Check(Guid taskId, DateTimeOffset now)
    {
        CheckTaskId = taskId;
        Begin(ImportState.Checking, now);
    }

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

    public void Finish(DateTimeOffset now) => (State, MovedAt, FinishedAt) = (ImportState.Done, now, now);

    public void Undo(Guid taskId, DateTimeOffset now) =>
        (State, UndoneFrom, UndoTaskId, MovedAt) = (ImportState.Undoing, NextRow, taskId, now);

    /// <summary>Steps back over a chunk of rows; before the first one the undo is over.</summary>
    public void StepBack(int undoneFrom, int removed, int restored, int kept, DateTimeOffset now)
    {
        (UndoneFrom, MovedAt) = (undoneFrom, now);
        (Removed, Restored, Kept) = (Removed + removed, Restored + restored, Kept + kept);
        State = undoneFrom <= 1 ? ImportState.Undone : ImportState.Undoing;
    }

    public void Fail(string error, DateTimeOffset now) =>
        (State, Error, MovedAt, FinishedAt) = (ImportState.Failed, error, now, now);

    /// <summary>What a row says, and the contact that it would become.</summary>
    public ReadRow Read(SourceRow row, string? country, DateTimeOffset now)
    {
        var draft = PersonDraft.Of(row, country);
        return new ReadRow(row, draft, PersonOf(draft, country, now));
    }

    /// <summary>What became of a row. A refused one keeps its cells, so that they can be put right.</summary>
    /// <param name="madeBy">The row of this file that brought its contact.</param>
    public ImportRow Report(
        ReadRow row,
        RowOutcome outcome,
        Contact? contact = null,
        int? madeBy = null,
        bool changed = true,
        string? overwritten = null
    )
    {
        var refused = outcome == RowOutcome.Refused;
        return new ImportRow
        {
            WorkspaceId = WorkspaceId,
            ImportId = Id,
            Row = row.Draft.Row,
            Outcome = outcome,
            ContactId = contact?.Id,
            Name = row.Draft.Name ?? contact?.Name,
            Reason = madeBy is null ? row.Draft.Refusal : $"The same person as row {madeBy}",
            Overwritten = overwritten,
            Changed = changed && !refused && (outcome != RowOutcome.Duplicate || madeBy is not null),
            Line = refused ? row.Source.Line : null,
            Cells = refused ? row.Source.Cells?.ToArray() : null,
        };
    }

    /// <summary>The contact that a row would become; null if it is refused.</summary>
    public Contact? PersonOf(PersonDraft row, string? country, DateTimeOffset now) =>
        row.Draft is { } draft ? Contact.Import(WorkspaceId, OwnerId, draft, row.Stage ?? Stage, country, now) : null;

    /// <summary>The file's rows, read again from its start as the mapping says.</summary>
    public IEnumerable<SourceRow> Rows(Stream file, IReadOnlyDictionary<int, string[]> mended) =>
        Kind == AddressBookKind.Vcard
            ? ReadVCards.Rows(file, FileFormat)
            : ReadCsv.Rows(file, FileFormat, CsvColumns, mended);

    /// <summary>One row of a CSV, from the cells that somebody put right.</summary>
    public SourceRow RowOf(int number, int line, string[] cells) =>
        ReadCsv.Row(
            number,
            new CsvRecord(line, cells, null),
            FileFormat,
            [.. CsvColumns.Where(column => column.Field != ContactField.Ignore)]
        );

    private FileFormat FileFormat =>
        new(
            Kind,
            Format,
            DetectEncoding.ByName(Encoding)!,
            Delimiter?[0],
            HeaderLine,
            [.. Columns.Select(column => column.Column)]
        );

    private IReadOnlyList<CsvColumn> CsvColumns =>
        SuggestMapping.Choose(
            FileFormat,
            Columns.ToDictionary(column => column.Column, column => column.Field, StringComparer.OrdinalIgnoreCase)
        );
}
