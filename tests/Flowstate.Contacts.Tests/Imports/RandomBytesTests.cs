using System.Diagnostics;
using CsCheck;
using Flowstate.Contacts.Imports;
using static Flowstate.Contacts.Tests.Imports.AddressBook;

namespace Flowstate.Contacts.Tests.Imports;

public sealed class RandomBytesTests
{
    private static readonly string[] Pieces =
    [
        "BEGIN:VCARD\n",
        "END:VCARD\r\n",
        "VERSION:2.1\n",
        "FN:Ana\n",
        "N;ENCODING=QUOTED-PRINTABLE:=4\n",
        "=\n",
        "item1.",
        "EMAIL;",
        "TYPE=\"",
        ":",
        ";",
        ",",
        "\"",
        "\n",
        "\r",
        " ",
        "\t",
        "\\",
        "^",
        "tel:",
        "TEL;VALUE=uri:tel:%zz;ext=\n",
        "Name,Phone\n",
        "\"a",
        "4.7E+9",
        "a@b.c",
        "\uFEFF",
        "\0",
        "é",
        "NOTE;CHARSET=nonsense:x\n",
        "AGENT:\n",
        "PHOTO;BASE64:\n",
        "AAAA\n",
        "First Name,Last Name\n",
        "::: ",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]);

    private static readonly Gen<byte[]> Soup = Gen.OneOf(
        Gen.Byte.Array[0, 400],
        Piece.Array[0, 60].Select(pieces => Bytes(string.Concat(pieces))),
        Gen.Select(
            Piece.Array[0, 40],
            Gen.Byte.Array[0, 30],
            (pieces, noise) => (byte[])[.. Bytes("BEGIN:VCARD\n" + string.Concat(pieces)), .. noise]
        ),
        Gen.Select(
            Piece.Array[0, 40],
            Gen.Byte.Array[0, 30],
            (pieces, noise) => (byte[])[.. Bytes("Name,Phone\n" + string.Concat(pieces)), .. noise]
        )
    );

    [Fact]
    public void Any_bytes_give_an_answer_and_the_same_one_twice() =>
        Soup.Sample(
            bytes =>
            {
                var found = Detect(bytes);
                if (found.IsSuccess)
                {
                    var rows = Read(bytes);
                    rows.ShouldAllBe(row => (row.Person == null) != (row.Refusal == null));
                    Read(bytes)
                        .Select(row => row.Person?.Name ?? row.Refusal)
                        .ShouldBe(rows.Select(row => row.Person?.Name ?? row.Refusal));
                }
            },
            iter: 3_000
        );

    [Theory]
    [InlineData("Name,Phone\n", "\"")]
    [InlineData("Name,Phone\n", "\"\n")]
    [InlineData("Name,Phone\n", "\"a\n")]
    [InlineData("Name,Phone\n", "x,\"\n\"\"\n")]
    [InlineData("Name,Phone\n", ",,,,,,,,")]
    [InlineData("", "a,")]
    [InlineData("BEGIN:VCARD\n", " x\n")]
    [InlineData("BEGIN:VCARD\nFN:A\nNOTE:", "x\n")]
    [InlineData("BEGIN:VCARD\n", "TEL:1\n")]
    [InlineData("BEGIN:VCARD\nN;QUOTED-PRINTABLE:", "=41=\n")]
    [InlineData("BEGIN:VCARD\nN:", ";")]
    [InlineData("", "BEGIN:VCARD\nAGENT:\n")]
    public void The_worst_files_take_time_in_proportion_to_their_size(string head, string repeated)
    {
        var bytes = Bytes(head + string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length)));
        var watch = Stopwatch.StartNew();
        using var file = new MemoryStream(bytes);
        if (DetectFile.Of(file, "x") is { IsSuccess: true, Value: var format })
        {
            var rows =
                format.Kind == AddressBookKind.Vcard
                    ? ReadVCards.Rows(file, format)
                    : ReadCsv.Rows(file, format, SuggestMapping.For(format));
            rows.Count(row => MapRow.ToPerson(row, "NO").Person is not null).ShouldBeGreaterThanOrEqualTo(0);
        }
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
