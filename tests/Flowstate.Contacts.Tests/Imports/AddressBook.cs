using System.Text;
using Flowstate.Contacts.Imports;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Tests.Imports;

/// <summary>A file as a test writes it, read the way an import reads it.</summary>
internal static class AddressBook
{
    static AddressBook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] Bytes(string text, string charset = "utf-8", bool mark = false)
    {
        var encoding = Encoding.GetEncoding(charset);
        return mark ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);
    }

    public static Result<FileFormat> Detect(byte[] bytes, string name = "contacts.csv")
    {
        using var file = new MemoryStream(bytes);
        return DetectFile.Of(file, name);
    }

    public static List<MappedRow> Read(byte[] bytes, string name = "contacts.csv", string country = "NO")
    {
        using var file = new MemoryStream(bytes);
        var format = DetectFile.Of(file, name).Value;
        var rows =
            format.Kind == AddressBookKind.Vcard
                ? ReadVCards.Rows(file, format)
                : ReadCsv.Rows(file, format, SuggestMapping.For(format));
        return [.. rows.Select(row => MapRow.ToPerson(row, country))];
    }

    public static List<ImportedPerson> People(string text, string country = "NO") =>
        [
            .. Read(Bytes(text), country: country)
                .Select(row => row.Person ?? throw new InvalidOperationException(row.Refusal)),
        ];

    public static ImportedPerson Person(string text, string country = "NO") =>
        People(text, country).ShouldHaveSingleItem();

    public static ImportedPerson Card(string lines, string version = "3.0") =>
        Person($"BEGIN:VCARD\nVERSION:{version}\n{lines}\nEND:VCARD\n");

    public static string[] Values(this IEnumerable<ImportedPoint> points) => [.. points.Select(point => point.Value)];

    public static string?[] Labels(this IEnumerable<ImportedPoint> points) => [.. points.Select(point => point.Label)];
}
