using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Imports;

/// <summary>Tells what an uploaded address book is, or why it cannot be one. Reads the stream from its start; it must be seekable.</summary>
internal static class DetectFile
{
    private const int HeadSize = 8 * 1024;
    private const int LinesBeforeFirstCard = 200;

    public static Result<FileFormat> Of(Stream file, string fileName)
    {
        file.Position = 0;
        var head = new byte[HeadSize];
        var bytes = head.AsSpan(0, file.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false));
        if (bytes.IsEmpty)
        {
            return ImportErrors.Empty;
        }
        if (Refuse(bytes) is { } error)
        {
            return error;
        }
        var encoding = DetectEncoding.Of(file);
        if (encoding.IsSingleByte || encoding.CodePage == 65001)
        {
            if (LooksBinary(bytes))
            {
                return ImportErrors.Binary;
            }
        }
        var blank = new FileFormat(AddressBookKind.Csv, "CSV", encoding, null, 0, []);
        return VCardVersion(file, blank) is { } version
                ? blank with
                {
                    Kind = AddressBookKind.Vcard,
                    Format = $"vCard {version}",
                }
            : IsVCardName(fileName) || bytes.StartsWith("BEGIN:"u8) ? ImportErrors.NoContact
            : DetectCsv.Of(file, blank);
    }

    private static Error? Refuse(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] => ImportErrors.Spreadsheet,
            [0xFF, 0xD8, 0xFF, ..] or [0x89, 0x50, 0x4E, 0x47, ..] => ImportErrors.Binary,
            [0x25, 0x50, 0x44, 0x46, ..] or [0x47, 0x49, 0x46, 0x38, ..] => ImportErrors.Binary,
            [0x1F, 0x8B, ..] or [0x52, 0x61, 0x72, 0x21, ..] or [0x37, 0x7A, 0xBC, 0xAF, ..] => ImportErrors.Binary,
            _ => null,
        };

    // Text has tabs and line ends below 0x20 and hardly anything else.
    private static bool LooksBinary(ReadOnlySpan<byte> head)
    {
        var odd = 0;
        foreach (var value in head)
        {
            if (
                value is < 0x20 and not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0B or 0x0C or 0x1A or 0x1B) or 0x7F
            )
            {
                odd++;
            }
        }
        return head.Contains((byte)0) ? odd > head.Length / 100 : odd > head.Length / 20;
    }

    private static bool IsVCardName(string fileName) =>
        Path.GetExtension(fileName).ToUpperInvariant() is ".VCF" or ".VCARD";

    private static string? VCardVersion(Stream file, FileFormat format)
    {
        using var reader = format.Open(file);
        var lines = new BoundedLines(reader);
        var inCard = false;
        for (var seen = 0; seen < LinesBeforeFirstCard && lines.Next() is { } line; seen++)
        {
            var text = line.Text.Trim();
            inCard |= text.Equals("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase);
            if (inCard && text.StartsWith("VERSION:", StringComparison.OrdinalIgnoreCase))
            {
                return text[8..].Trim() is "2.1" or "3.0" or "4.0" ? text[8..].Trim() : "3.0";
            }
        }
        return inCard ? "3.0" : null;
    }
}
