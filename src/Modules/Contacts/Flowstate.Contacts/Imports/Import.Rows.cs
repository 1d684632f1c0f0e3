using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

internal sealed partial class Import
{
    /// <summary>What a row says, and the contact that it would become.</summary>
    public ReadRow Read(SourceRow row, string? country, OwnFields own, DateTimeOffset now)
    {
        var draft = PersonDraft.Of(row, country, own);
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
    public Contact? PersonOf(PersonDraft row, string? country, DateTimeOffset now)
    {
        if (row.Draft is not { } draft)
        {
            return null;
        }

        var person = Contact.Import(WorkspaceId, OwnerId, draft, row.Stage ?? Stage, country, now);
        if (row.Own is not null)
        {
            person.Keep(row.Own, sealedFields: null);
        }

        return person;
    }

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
