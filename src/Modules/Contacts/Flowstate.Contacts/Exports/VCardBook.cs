using System.Globalization;

namespace Flowstate.Contacts.Exports;

/// <summary>Contacts as vCards 3.0 (RFC 2426), which every phone and address book reads.</summary>
internal static class VCardBook
{
    private const int LongestLine = 75;

    public static void Write(TextWriter file, ExportRow row)
    {
        Line(file, "BEGIN:VCARD");
        Line(file, "VERSION:3.0");
        Line(file, $"UID:urn:uuid:{row.Id}");
        Line(file, $"FN:{Text(row.Name)}");
        Line(file, $"N:{Text(row.LastName)};{Text(row.FirstName)};;;");
        Known(file, "ORG", row.Organisation);
        Known(file, "TITLE", row.Title);
        foreach (var mail in row.Emails)
        {
            Line(file, $"EMAIL;TYPE=INTERNET:{Text(mail)}");
        }

        foreach (var phone in row.Phones)
        {
            Line(file, $"TEL;TYPE=VOICE:{Text(phone)}");
        }

        Profile(file, "instagram", "https://instagram.com/", row.HandlesInstagram);
        Profile(file, "facebook", "https://m.me/", row.HandlesMessenger);
        Profile(file, "linkedin", "https://www.linkedin.com/in/", row.HandlesLinkedin);
        if (row.Tags.Length > 0)
        {
            Line(file, $"CATEGORIES:{string.Join(',', row.Tags.Select(Text))}");
        }

        Known(file, "NOTE", row.Notes);
        Line(file, $"REV:{row.UpdatedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(file, "END:VCARD");
    }

    private static void Known(TextWriter file, string property, string? value)
    {
        if (value is not null)
        {
            Line(file, $"{property}:{Text(value)}");
        }
    }

    private static void Profile(TextWriter file, string service, string at, string? name)
    {
        if (name is not null)
        {
            Line(file, $"X-SOCIALPROFILE;TYPE={service}:{at}{Uri.EscapeDataString(name)}");
        }
    }

    private static string Text(string? value) =>
        (value ?? "")
            .ReplaceLineEndings("\n")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal);

    // Folded at 75 octets, never inside a character.
    private static void Line(TextWriter file, string line)
    {
        var room = LongestLine;
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                file.Write("\r\n ");
                room = LongestLine - 1;
            }

            file.Write(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }

        file.Write("\r\n");
    }
}
