using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Imports;

internal enum RowOutcome
{
    Created,
    Updated,

    /// <summary>Its person was there and nothing about them was new, or an earlier row of the file had brought them.</summary>
    Duplicate,
    Refused,
}

/// <summary>What became of one row of the file.</summary>
internal sealed class ImportRow : IWorkspaceOwned
{
    public required Guid WorkspaceId { get; init; }

    public required Guid ImportId { get; init; }

    public required int Row { get; init; }

    public required RowOutcome Outcome { get; init; }

    public Guid? ContactId { get; init; }

    public string? Name { get; init; }

    public string? Reason { get; init; }

    /// <summary>An <see cref="Imports.Overwritten"/>, where the row changed somebody who was there before the import.</summary>
    public string? Overwritten { get; init; }

    /// <summary>
    /// Whether the row changed its contact: always, where one was created or updated; a duplicate, where it added to somebody
    /// whom an earlier row had made.
    /// </summary>
    public bool Changed { get; init; }

    /// <summary>Where it is refused: the line in the file, from 1, and the cells of a CSV as they were read.</summary>
    public int? Line { get; init; }

    public string[]? Cells { get; init; }
}

/// <summary>The cells of a row as somebody put them right; read in place of those in the file.</summary>
internal sealed class MendedRow : IWorkspaceOwned
{
    public required Guid WorkspaceId { get; init; }

    public required Guid ImportId { get; init; }

    public required int Row { get; init; }

    public required string[] Cells { get; set; }
}

/// <summary>A piece of the uploaded file, kept until its import is over so that any host can run it.</summary>
internal sealed class ImportChunk : IWorkspaceOwned
{
    public const int Size = 256 * 1024;

    public required Guid WorkspaceId { get; init; }

    public required Guid ImportId { get; init; }

    public required int Number { get; init; }

    public required byte[] Bytes { get; init; }
}
