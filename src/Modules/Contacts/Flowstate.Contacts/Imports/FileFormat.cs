using System.Text;

namespace Flowstate.Contacts.Imports;

internal enum AddressBookKind
{
    Vcard,
    Csv,
}

/// <summary>
/// What <see cref="DetectFile"/> found. <paramref name="Format"/> is fit to be shown ("Google Contacts").
/// For CSV only: <paramref name="Delimiter"/>, <paramref name="HeaderLine"/> (the line number of the column names; what stands
/// above them is a preamble) and <paramref name="Columns"/>, the names made unique ("Phone", "Phone (2)").
/// </summary>
internal sealed record FileFormat(
    AddressBookKind Kind,
    string Format,
    Encoding Encoding,
    char? Delimiter,
    int HeaderLine,
    IReadOnlyList<string> Columns
)
{
    /// <summary>The file as text, from its start, without the byte order mark. Leaves the stream open.</summary>
    public TextReader Open(Stream file)
    {
        file.Position = 0;
        return new StreamReader(file, Encoding, detectEncodingFromByteOrderMarks: true, 16 * 1024, leaveOpen: true);
    }
}
