using System.Text;

namespace Flowstate.Contacts.Imports;

/// <summary>How vCard writes text: charsets, quoted-printable, base64, backslash and caret escapes.</summary>
internal static class VCardText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text of a value whose characters are bytes. A named charset wins, then UTF-8 if it fits, then <paramref name="fallback"/>.</summary>
    public static string Decode(string raw, string? encoding, string? charset, Encoding fallback)
    {
        var bytes = encoding?.ToUpperInvariant() switch
        {
            "QUOTED-PRINTABLE" => FromQuotedPrintable(raw),
            "B" or "BASE64" => FromBase64(raw),
            _ => Encoding.Latin1.GetBytes(raw),
        };
        // Programs that say us-ascii and write more are common.
        var named = charset is null ? null : DetectEncoding.ByName(charset);
        if (named is not null && named.CodePage is not (65001 or 20127))
        {
            return named.GetString(bytes);
        }
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return fallback.GetString(bytes);
        }
    }

    private static byte[] FromQuotedPrintable(string raw)
    {
        var bytes = new List<byte>(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (
                raw[i] == '='
                && i + 2 < raw.Length
                && char.IsAsciiHexDigit(raw[i + 1])
                && char.IsAsciiHexDigit(raw[i + 2])
            )
            {
                bytes.Add(Convert.ToByte(raw.Substring(i + 1, 2), 16));
                i += 2;
            }
            else if (raw[i] != '=' || i + 1 < raw.Length)
            {
                bytes.Add((byte)raw[i]);
            }
        }
        return [.. bytes];
    }

    private static byte[] FromBase64(string raw)
    {
        var text = raw.Replace(" ", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : [];
    }

    /// <summary>Parts of a value between separators that no backslash guards; each still escaped.</summary>
    public static List<string> Split(string value, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\')
            {
                i++;
            }
            else if (value[i] == separator)
            {
                parts.Add(value[start..i]);
                start = i + 1;
            }
        }
        parts.Add(value[start..]);
        return parts;
    }

    /// <summary>Undoes backslash escapes. In 2.1 a backslash and an "n" are a backslash and an "n" (C:\new).</summary>
    public static string Unescape(string value, bool isVersion21)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var next = value[i] == '\\' && i + 1 < value.Length ? value[i + 1] : '\0';
            if (next is ';' or ',' or ':' or '\\' or '"')
            {
                text.Append(next);
                i++;
            }
            else if (next is 'n' or 'N' && !isVersion21)
            {
                text.Append('\n');
                i++;
            }
            else
            {
                text.Append(value[i]);
            }
        }
        return text.ToString();
    }

    /// <summary>RFC 6868: what a parameter's value may not hold is written with a caret.</summary>
    public static string Uncaret(string value) =>
        value.Contains('^', StringComparison.Ordinal)
            ? value
                .Replace("^^", "\u0001", StringComparison.Ordinal)
                .Replace("^n", "\n", StringComparison.Ordinal)
                .Replace("^'", "\"", StringComparison.Ordinal)
                .Replace('\u0001', '^')
            : value;
}
