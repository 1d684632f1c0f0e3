using System.Globalization;
using System.Text;
using CsCheck;

namespace Flowstate.Host.Tests.Bodies;

/// <summary>Bodies that no well-meaning client sends: close to what is asked for, broken, huge, deep or no JSON at all.</summary>
internal static class OddBody
{
    private static readonly string[] Texts =
    [
        "",
        " ",
        "Tom",
        "tom@nordlys.example",
        "2026-02-30",
        "2026-11-25T10:00:00Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999+14:00",
        "00000000-0000-0000-0000-000000000000",
        "\\u0000",
        "a\\u0000b",
        "\\ud800",
        "\\udfff\\ud800",
        "\u202Etxt",
        "'; drop table users; --",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "=1+1",
        "lead",
        "Europe/Oslo",
        "NO",
        "İ",
        "👩‍👩‍👧‍👦",
    ];

    private static readonly string[] Scalars =
    [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1.5",
        "1e400",
        "-1e-400",
        "2147483648",
        "-9223372036854775809",
        "99999999999999999999999999999999",
        "NaN",
        "[]",
        "{}",
        "[null]",
        "[[[]]]",
        "{\"value\":null}",
        "[{}]",
        "[{\"value\":null,\"label\":[]}]",
        "[\"a\",1,null]",
    ];

    private static readonly Gen<string> Long = Gen.Int[200, 40_000].Select(length => $"\"{new string('x', length)}\"");

    private static readonly Gen<string> Value = Gen.Frequency(
        (6, Gen.Int[0, Texts.Length - 1].Select(index => $"\"{Texts[index]}\"")),
        (6, Gen.Int[0, Scalars.Length - 1].Select(index => Scalars[index])),
        (1, Long),
        (1, Gen.Int[1, 200].Select(depth => new string('[', depth) + new string(']', depth))),
        (1, Gen.Int[2, 3_000].Select(count => $"[{string.Join(',', Enumerable.Repeat("\"a\"", count))}]"))
    );

    public static Gen<byte[]> For(Operation operation) =>
        Gen.Frequency(
            (12, Members(operation)),
            (
                3,
                Gen.Select(Members(operation), Gen.Int[0, 60]).Select((body, cut) => body[..Math.Min(cut, body.Length)])
            ),
            (2, Value.Select(Encoding.UTF8.GetBytes)),
            (2, Gen.Byte.Array[0, 200]),
            (1, Gen.Int[1, 2_000].Select(depth => Encoding.UTF8.GetBytes(Deep(depth)))),
            (1, Gen.Select(Members(operation), Gen.Int[0, 5_000], Gen.Byte).Select(Flip))
        );

    // Some members are as they should be and some are left out, so that bodies get past the first check and into the slices.
    private static Gen<byte[]> Members(Operation operation) =>
        Gen.Select(Gen.Select(Value, Gen.Int[0, 9]).Array[operation.Members.Count + 1], Gen.Bool)
            .Select(
                (drawn, twice) =>
                {
                    var members = operation
                        .Members.Select((member, at) => (member, Drawn: drawn[at]))
                        .Where(one => one.Drawn.Item2 > 3)
                        .Select(one =>
                            $"\"{one.member.Name}\":{(one.Drawn.Item2 < 8 ? Fit(one.member.Type) : one.Drawn.Item1)}"
                        )
                        .ToList();
                    members.Add(twice && members.Count > 0 ? members[0] : $"\"extra\":{drawn[^1].Item1}");
                    return Encoding.UTF8.GetBytes($"{{{string.Join(',', members)}}}");
                }
            );

    private static string Fit(string type) =>
        type switch
        {
            "integer" or "number" => "3",
            "boolean" => "true",
            "array" => "[]",
            "object" => "{}",
            _ => "\"Tom\"",
        };

    private static string Deep(int depth) =>
        string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private static byte[] Flip(byte[] body, int at, byte value)
    {
        body[at % body.Length] = value;
        return body;
    }

    public static string Show(byte[] body) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{body.Length} bytes: {Encoding.UTF8.GetString(body)[..Math.Min(300, Encoding.UTF8.GetCharCount(body))]}"
        );
}
