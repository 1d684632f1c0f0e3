using System.Globalization;
using System.Runtime.CompilerServices;
using Flowstate.Contacts.Features.Contacts;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Exports;

/// <summary>Contacts as a file, CSV or vCard, written as it is read. Sensitive fields are never in it.</summary>
internal static class ContactFile
{
    public const string Csv = "csv";
    public const string VCard = "vcard";

    public static async Task<ExportFile> Of(
        ContactsDbContext db,
        string? format,
        Audience who,
        Chosen chosen,
        CancellationToken ct
    )
    {
        if (format == VCard)
        {
            var cards = new StringWriter(CultureInfo.InvariantCulture);
            return new ExportFile(
                "contacts.vcf",
                "text/vcard; charset=utf-8",
                stop => Parts(db, who, chosen, cards, VCardBook.Write, stop)
            );
        }

        var fields = await db
            .Fields.AsNoTracking()
            .Where(field => !field.Sensitive && field.ArchivedAt == null)
            .OrderBy(field => field.Position)
            .ThenBy(field => field.Key)
            .ToListAsync(ct);
        var book = new CsvBook(fields);
        var head = new StringWriter(CultureInfo.InvariantCulture);
        book.Begin(head);
        return new ExportFile(
            "contacts.csv",
            "text/csv; charset=utf-8",
            stop => Parts(db, who, chosen, head, book.Write, stop)
        );
    }

    private static async IAsyncEnumerable<string> Parts(
        ContactsDbContext db,
        Audience who,
        Chosen chosen,
        StringWriter part,
        Action<TextWriter, ExportRow> write,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var rows in ExportRow.Pages(db, who, chosen, ct))
        {
            rows.ForEach(row => write(part, row));
            yield return part.ToString();
            part.GetStringBuilder().Clear();
        }
    }
}
