using System.Text;
using CsCheck;

namespace Flowstate.Host.Tests.Bombs;

/// <summary>A form as no browser sends it.</summary>
/// <param name="ContentType">As it stands in the header.</param>
internal sealed record OddForm(string ContentType, byte[] Body)
{
    private static readonly string[] Boundaries =
    [
        "b",
        "----b",
        "b b",
        "b\"",
        new string('b', 70),
        new string('b', 400),
    ];

    private static readonly string[] ContentTypes =
    [
        "multipart/form-data; boundary={0}",
        "multipart/form-data; boundary=\"{0}\"",
        "multipart/form-data; boundary=other",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary={0}; boundary=x",
        "multipart/form-data",
        "multipart/mixed; boundary={0}",
        "multipart/form-data; boundary={0}; charset=utf-7",
        "application/x-www-form-urlencoded",
        "text/csv",
    ];

    private static readonly string[] Names =
    [
        "file",
        "file",
        "file",
        "",
        "File",
        "files[]",
        "file\0",
        "\u00E9",
        "__proto__",
    ];

    private static readonly string[] FileNames =
    [
        "; filename=\"people.csv\"",
        "; filename=people.csv",
        "",
        "; filename=\"\"",
        "; filename=\"../../../../etc/passwd\"",
        "; filename=\"..\\..\\windows\\win.ini\"",
        "; filename=\"/dev/null\"",
        "; filename=\"a\0b.csv\"",
        "; filename*=UTF-8''%2e%2e%2fpeople.csv",
        "; filename*=UTF-8''%ff%fe",
        "; filename=\"=?utf-8?B?Li4vLi4v?=\"",
        "; filename=\"people.csv\"; filename=\"other.csv\"",
        $"; filename=\"{new string('n', 5_000)}.csv\"",
    ];

    private static readonly string[] Headers =
    [
        "",
        "Content-Type: text/csv\r\n",
        "Content-Type: \r\n",
        "Content-Transfer-Encoding: base64\r\n",
        "Content-Encoding: gzip\r\n",
        "Content-Length: -1\r\n",
        "no header at all\r\n",
        ": \r\n",
        $"X: {new string('h', 40_000)}\r\n",
        string.Concat(Enumerable.Range(0, 60).Select(number => $"X-{number}: 1\r\n")),
    ];

    private static readonly string[] Contents = ["Name\nAna", "", "\0", "\r\n", "--b", new string('a', 100_000)];

    private static readonly string[] Ends = ["--{0}--\r\n", "--{0}--", "--{0}", "", "--{0}\r\n", "--other--\r\n"];

    private static readonly Gen<string> Part = Gen.Select(
            Of(Names),
            Of(FileNames),
            Of(Headers),
            Of(Contents),
            Gen.Frequency((8, Gen.Const("\r\n")), (1, Gen.Const("\n")), (1, Gen.Const("\r")))
        )
        .Select(part =>
            $"--{{0}}{part.Item5}Content-Disposition: form-data; name=\"{part.Item1}\"{part.Item2}{part.Item5}{part.Item3}{part.Item5}{part.Item4}\r\n"
        );

    // One in ten is as a browser sends it, so that there is something to be half written.
    private static readonly OddForm Plain = new(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n\r\nName\nAna\r\n--b--\r\n"u8.ToArray()
    );

    private static readonly Gen<OddForm> Odd = Gen.Select(
            Of(Boundaries),
            Gen.Frequency((6, Gen.Const(0)), (4, Gen.Int[0, ContentTypes.Length - 1])),
            Gen.Frequency((12, Part.Array[0, 6]), (1, Part.Select(one => Enumerable.Repeat(one, 2_000).ToArray()))),
            Of(Ends),
            Gen.Frequency((5, Gen.Const(int.MaxValue)), (1, Gen.Int[0, 400]))
        )
        .Select(drawn =>
        {
            var (boundary, type, parts, end, cut) = drawn;
            var text = (string.Concat(parts) + end).Replace("{0}", boundary, StringComparison.Ordinal);
            var body = Encoding.UTF8.GetBytes(text);
            return new OddForm(
                ContentTypes[type].Replace("{0}", boundary, StringComparison.Ordinal),
                // More than the limit of a file is another test's.
                body[..Math.Min(Math.Min(cut, body.Length), 2 << 20)]
            );
        });

    public static Gen<OddForm> Any { get; } = Gen.Frequency((9, Odd), (1, Gen.Const(Plain)));

    public override string ToString()
    {
        var text = Encoding.UTF8.GetString(Body);
        return $"{ContentType}, {Body.Length} bytes: {text[..Math.Min(300, text.Length)]}";
    }

    private static Gen<string> Of(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
