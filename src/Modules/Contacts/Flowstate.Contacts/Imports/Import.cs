using System.Text.Json;
using Flowstate.Contacts.Domain;
using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Imports;

internal enum ImportState
{
    /// <summary>Uploaded; its owner looks at what the columns were taken for.</summary>
    Mapping,
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

    public Existing Existing { get; private set; }

    public ImportState State { get; private set; }

    public int Total { get; private init; }

    public int NextRow { get; private set; } = 1;

    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Duplicates { get; private set; }

    public int Refused { get; private set; }

    public string? Error { get; private set; }

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

    public bool IsOver => State is not (ImportState.Mapping or ImportState.Queued or ImportState.Running);

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

    public void Queue(
        IReadOnlyDictionary<string, ContactField> chosen,
        Stage stage,
        Existing existing,
        DateTimeOffset now
    )
    {
        var columns = Columns.Select(column =>
            chosen.TryGetValue(column.Column, out var field) ? column with { Field = field } : column
        );
        (Mapping, Stage, Existing) = (JsonSerializer.Serialize(columns), stage, existing);
        (State, MovedAt) = (ImportState.Queued, now);
    }

    /// <summary>Steps past a chunk whose rows came to these outcomes.</summary>
    public void Advance(int nextRow, IReadOnlyList<ImportRow> rows, DateTimeOffset now)
    {
        (State, NextRow, MovedAt) = (ImportState.Running, nextRow, now);
        StartedAt ??= now;
        Created += rows.Count(row => row.Outcome == RowOutcome.Created);
        Updated += rows.Count(row => row.Outcome == RowOutcome.Updated);
        Duplicates += rows.Count(row => row.Outcome == RowOutcome.Duplicate);
        Refused += rows.Count(row => row.Outcome == RowOutcome.Refused);
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

    /// <summary>The contact that a row would become; null if it is refused.</summary>
    public Contact? PersonOf(PersonDraft row, string? country, DateTimeOffset now) =>
        row.Draft is { } draft ? Contact.Import(WorkspaceId, OwnerId, draft, row.Stage ?? Stage, country, now) : null;

    /// <summary>The file's rows, read again from its start as the mapping says.</summary>
    public IEnumerable<SourceRow> Rows(Stream file)
    {
        var columns = Columns;
        var format = new FileFormat(
            Kind,
            Format,
            DetectEncoding.ByName(Encoding)!,
            Delimiter?[0],
            HeaderLine,
            [.. columns.Select(column => column.Column)]
        );
        var fields = columns.ToDictionary(
            column => column.Column,
            column => column.Field,
            StringComparer.OrdinalIgnoreCase
        );
        return Kind == AddressBookKind.Vcard
            ? ReadVCards.Rows(file, format)
            : ReadCsv.Rows(file, format, SuggestMapping.Choose(format, fields));
    }
}
