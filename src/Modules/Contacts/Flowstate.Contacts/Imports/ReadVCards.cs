using System.Text;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// The cards of a vCard file (2.1, 3.0, 4.0, also mixed), one at a time, numbered from 1. A card that cannot be read is a refused
/// row with its line; the ones after it are read all the same.
/// </summary>
internal static class ReadVCards
{
    private const int MostProperties = 2_000;
    private const int MostCharacters = 1_000_000;

    public static IEnumerable<SourceRow> Rows(Stream file, FileFormat format)
    {
        using var reader = OpenAsBytes(file, format.Encoding);
        var lines = new VCardLines(new BoundedLines(reader));
        // Lines that are not UTF-8 in a file that mostly is: the code page of old Windows programs.
        var fallback =
            format.Encoding.CodePage == Encoding.UTF8.CodePage
                ? DetectEncoding.ByName("windows-1252")!
                : format.Encoding;
        var number = 0;
        var outside = false;
        Card? card = null;
        while (lines.Next() is { } line)
        {
            var text = line.Text.Trim();
            if (text.Length == 0)
            {
                continue;
            }
            if (text.Equals("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase))
            {
                if (card?.OpensAgent() == true)
                {
                    continue;
                }
                if (card is not null)
                {
                    yield return SourceRow.Refused(++number, card.Line, "the card has no END:VCARD");
                }
                (card, outside, lines.FoldsAtBlanks) = (new Card(line.Number), false, false);
            }
            else if (card is null)
            {
                if (!outside)
                {
                    yield return SourceRow.Refused(++number, line.Number, "there is text outside a card");
                }
                outside = true;
            }
            else if (!text.Equals("END:VCARD", StringComparison.OrdinalIgnoreCase))
            {
                card.Add(line, fallback);
                lines.FoldsAtBlanks = card.IsVersion21;
            }
            else if (!card.ClosesAgent())
            {
                yield return card.ToRow(++number);
                card = null;
            }
        }
        if (card is not null)
        {
            yield return SourceRow.Refused(++number, card.Line, "the card has no END:VCARD");
        }
    }

    // One character per byte; UTF-16 is turned into UTF-8 first.
    private static StreamReader OpenAsBytes(Stream file, Encoding encoding)
    {
        file.Position = 0;
        var isWide = encoding.CodePage is 1200 or 1201;
        var bytes = isWide ? Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8, leaveOpen: true) : file;
        var reader = new StreamReader(
            bytes,
            Encoding.Latin1,
            detectEncodingFromByteOrderMarks: false,
            16 * 1024,
            leaveOpen: true
        );
        while (reader.Peek() is 0xEF or 0xBB or 0xBF)
        {
            _ = reader.Read();
        }
        return reader;
    }

    private sealed class Card(int line)
    {
        private readonly List<VCardProperty> _properties = [];
        private string? _fault;
        private string? _last;
        private int _agents;
        private int _characters;

        public int Line => line;

        public bool IsVersion21 { get; private set; }

        // 2.1 writes the card of someone's secretary inside theirs.
        public bool OpensAgent()
        {
            _agents += _agents > 0 || _last == "AGENT" ? 1 : 0;
            return _agents > 0;
        }

        public bool ClosesAgent() => _agents > 0 && _agents-- > 0;

        public void Add(TextLine text, Encoding fallback)
        {
            if (_agents > 0 || _fault is not null)
            {
                return;
            }
            _characters += text.Text.Length;
            if (text.Cut || _properties.Count >= MostProperties || _characters > MostCharacters)
            {
                _fault = "the card is too large";
            }
            else if (VCardProperty.Parse(text.Text, fallback) is { } property)
            {
                _last = property.Name;
                IsVersion21 |= property.Name == "VERSION" && property.Value.Trim() == "2.1";
                if (VCardFields.IsRead(property.Name))
                {
                    _properties.Add(property);
                }
            }
            else if (_last == "NOTE" && _properties[^1].Value.Length <= ContactLimits.Text)
            {
                // A note with bare line breaks, as some programs write it.
                var note = _properties[^1];
                var more = VCardText.Decode(text.Text, null, note.Parameter("CHARSET"), fallback);
                _properties[^1] = note with { Value = $"{note.Value}\n{more}" };
            }
            else if (_last is null || VCardFields.IsRead(_last))
            {
                _fault = $"the card has a line that is no property (line {text.Number})";
            }
        }

        public SourceRow ToRow(int number) =>
            _fault is not null ? SourceRow.Refused(number, line, _fault)
            : VCardFields.IsGroup(_properties) ? SourceRow.Refused(number, line, "the card is a group, not a person")
            : new SourceRow(number, line, VCardFields.From(_properties, IsVersion21), null);
    }
}
