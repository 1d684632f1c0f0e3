using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Imports;

internal enum RowOutcome
{
    Created,
    Updated,

    /// <summary>Its person was there and nothing about them was new.</summary>
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
