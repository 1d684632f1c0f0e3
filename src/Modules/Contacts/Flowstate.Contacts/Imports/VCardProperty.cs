using System.Globalization;
using System.Text;

namespace Flowstate.Contacts.Imports;

/// <summary>One property of a card: <c>item1.EMAIL;TYPE=home,pref:ana@example.com</c>. <see cref="Value"/> is decoded, with its escapes still in it.</summary>
internal sealed record VCardProperty(
    string? Group,
    string Name,
    IReadOnlyList<(string Name, string Value)> Parameters,
    string Value
)
{
    /// <summary>TYPE in all its forms (a=b,c; quoted; repeated; bare as in 2.1), in upper case.</summary>
    public IEnumerable<string> Types =>
        Parameters
            .Where(parameter => parameter.Name == "TYPE")
            .SelectMany(parameter => parameter.Value.Split(',', StringSplitOptions.TrimEntries))
            .Select(type => type.ToUpperInvariant());

    /// <summary>1 is the most preferred; 101 has no preference.</summary>
    public int Preference =>
        Types.Contains("PREF", StringComparer.Ordinal) ? 1
        : int.TryParse(Parameter("PREF"), CultureInfo.InvariantCulture, out var preference)
            ? Math.Clamp(preference, 1, 100)
        : 101;

    public string? Parameter(string name) =>
        Parameters.Where(parameter => parameter.Name == name).Select(parameter => parameter.Value).FirstOrDefault();

    /// <summary>Reads a logical line (<see cref="VCardLines"/>), or null if it is no property.</summary>
    public static VCardProperty? Parse(string line, Encoding fallback)
    {
        var colon = ValueStart(line);
        if (colon <= 0)
        {
            return null;
        }
        var parts = SplitOutsideQuotes(line[..colon]);
        var dot = parts[0].LastIndexOf('.');
        var name = parts[0][(dot + 1)..].Trim();
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            return null;
        }
        var parameters = parts.Skip(1).Select(part => ParseParameter(part, fallback)).ToList();
        var group = dot < 0 ? null : parts[0][..dot].ToUpperInvariant();
        var raw = new VCardProperty(group, name.ToUpperInvariant(), parameters, line[(colon + 1)..]);
        return raw with
        {
            Value = VCardText.Decode(raw.Value, raw.Parameter("ENCODING"), raw.Parameter("CHARSET"), fallback),
        };
    }

    private static int ValueStart(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ':' && !quoted)
            {
                return i;
            }
        }
        // A lone quotation mark among the parameters: 2.1 knows no quoting.
        return line.IndexOf(':', StringComparison.Ordinal);
    }

    private static List<string> SplitOutsideQuotes(string head)
    {
        var parts = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= head.Length; i++)
        {
            if (i == head.Length || (head[i] == ';' && !quoted))
            {
                parts.Add(head[start..i]);
                start = i + 1;
            }
            else if (head[i] == '"')
            {
                quoted = !quoted;
            }
        }
        return parts;
    }

    private static (string Name, string Value) ParseParameter(string part, Encoding fallback)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0)
        {
            var value = part[(equals + 1)..].Replace("\"", "", StringComparison.Ordinal).Trim();
            return (
                part[..equals].Trim().ToUpperInvariant(),
                VCardText.Uncaret(VCardText.Decode(value, null, null, fallback))
            );
        }
        var bare = part.Trim().ToUpperInvariant();
        return (bare is "QUOTED-PRINTABLE" or "BASE64" or "B" or "8BIT" or "7BIT" ? "ENCODING" : "TYPE", bare);
    }
}
