using System.Security.Cryptography;
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

/// <summary>
/// One address book on its way in. <see cref="NextRow"/> is the fence: a chunk of rows is written in one transaction with
/// the step past it, so that whoever takes over after a crash begins exactly where the last commit ended.
/// </summary>
internal sealed partial class Import : IWorkspaceOwned
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

    /// <summary>A hash of the names of a CSV's columns: files with the same ones are mapped alike.</summary>
    public string? Headers { get; private init; }

    /// <summary>The mapping is what its owner chose for such a file before.</summary>
    public bool Remembered { get; private init; }

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
        bool remembered,
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
            Headers = HeadersOf(columns),
            Remembered = remembered,
            Total = total,
            CreatedAt = now,
            MovedAt = now,
        };

    public static string? HeadersOf(IReadOnlyList<ImportColumn> columns) =>
        columns.Count == 0
            ? null
            : Convert.ToHexStringLower(
                SHA256.HashData(
                    System.Text.Encoding.UTF8.GetBytes(string.Join('\n', columns.Select(column => column.Column)))
                )
            );
}
