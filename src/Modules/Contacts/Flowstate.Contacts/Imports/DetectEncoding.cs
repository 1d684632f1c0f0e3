using System.Buffers;
using System.Text;
using UtfUnknown;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// How a text file is written: its byte order mark, else UTF-16 by its zero bytes, else UTF-8 if every byte of the file agrees,
/// else the code page its bytes look like. The whole file is scanned, since one name in row 9,000 may be the only
/// letter outside ASCII.
/// </summary>
internal static class DetectEncoding
{
    private const int SampleSize = 64 * 1024;
    private const double Sure = 0.6;

    static DetectEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The code page by its name in a file (<c>iso-8859-1</c>, <c>utf-8</c> …), or null if there is none of that name.</summary>
    public static Encoding? ByName(string name)
    {
        try
        {
            return Encoding.GetEncoding(name.Trim('"', ' '));
        }
        // UTF-7 is known, and refused.
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public static Encoding Of(Stream file)
    {
        file.Position = 0;
        var head = new byte[4096];
        var bytes = head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        file.Position = 0;
        return ByMark(bytes) ?? Utf16ByZeros(bytes) ?? Scan(file);
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    private static Encoding? Utf16ByZeros(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }
        // Western text in UTF-16 has a zero in every second byte; a few zeros anywhere else is a binary file.
        var half = head.Length / 2;
        return half < 2 ? null
            : odd > half * 0.6 && even < half * 0.05 ? Encoding.Unicode
            : even > half * 0.6 && odd < half * 0.05 ? Encoding.BigEndianUnicode
            : null;
    }

    private static Encoding Scan(Stream file)
    {
        var foreign = new ArrayBufferWriter<byte>();
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var buffer = new byte[SampleSize];
        var text = new char[SampleSize + 4];
        var isUtf8 = true;
        int read;
        while ((read = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            try
            {
                strict.GetChars(buffer.AsSpan(0, read), text, flush: read < buffer.Length);
            }
            catch (DecoderFallbackException)
            {
                isUtf8 = false;
            }
            KeepForeign(buffer.AsSpan(0, read), foreign);
            if (!isUtf8 && foreign.WrittenCount >= SampleSize)
            {
                break;
            }
        }
        file.Position = 0;
        return isUtf8 ? Encoding.UTF8 : CodePage(foreign.WrittenSpan);
    }

    // Only the lines with letters outside ASCII tell code pages apart.
    private static void KeepForeign(ReadOnlySpan<byte> bytes, ArrayBufferWriter<byte> kept)
    {
        foreach (var line in bytes.Split((byte)'\n'))
        {
            var words = bytes[line];
            if (kept.WrittenCount < SampleSize && words.ContainsAnyInRange((byte)0x80, (byte)0xFF))
            {
                kept.Write(words);
                kept.Write(" "u8);
            }
        }
    }

    private static Encoding CodePage(ReadOnlySpan<byte> sample)
    {
        var (alone, run) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] >= 0x80)
            {
                var beside = (i > 0 && sample[i - 1] >= 0x80) || (i + 1 < sample.Length && sample[i + 1] >= 0x80);
                _ = beside ? run++ : alone++;
            }
        }
        // In Western names a letter with a mark stands between plain ones; detectors trained on long texts take it for Baltic or
        // Turkish. Cyrillic, Greek and Asian code pages write whole words above 0x80.
        var guess = run > alone ? CharsetDetector.DetectFromBytes(sample.ToArray()).Detected : null;
        return guess is { Encoding: not null, Confidence: > (float)Sure } ? guess.Encoding : Encoding.GetEncoding(1252);
    }
}
