using System.Text;
using CsCheck;
using static Flowstate.Contacts.Tests.Imports.AddressBook;

namespace Flowstate.Contacts.Tests.Imports;

/// <summary>Whatever a writer may do with folds, escapes and quotes, the reader gives back what was written.</summary>
public sealed class RoundTripTests
{
    private sealed record Written(
        string First,
        string Last,
        string Organisation,
        string[] Mails,
        string[] Phones,
        string Note
    );

    private static readonly Gen<string> Word = Gen.Char["abcdeÅøéñżЖ山ABC;,:\\\"'="]
        .Array[1, 12]
        .Select(letters => $"x{new string(letters)}");

    private static readonly Gen<string> Note = Gen.OneOf(Word, Gen.Const("\n"), Gen.Const(" "))
        .Array[0, 40]
        .Select(words => string.Concat(words).Trim());

    private static readonly Gen<string> Mail = Gen.Char['a', 'z']
        .Array[1, 20]
        .Select(letters => $"{new string(letters)}@example.com");

    private static readonly Gen<string> Phone = Gen.Int[10_000_000, 99_999_999]
        .Select(number => $"+4721{number % 1_000_000:D6}");

    private static readonly Gen<Written> Person =
        from first in Word
        from last in Word
        from organisation in Word
        from mails in Mail.Array[0, 4]
        from phones in Phone.Array[0, 4]
        from note in Note
        select new Written(first, last, organisation, [.. mails.Distinct()], [.. phones.Distinct()], note);

    private static readonly Gen<(Written[] People, int Width, bool Crlf)> Book = Gen.Select(
        Person.Array[1, 5],
        Gen.Int[5, 75],
        Gen.Bool
    );

    [Fact]
    public void Any_vCard_3_comes_back_whatever_its_folds() =>
        Book.Sample(
            book => Check(book.People, VCard3(book.People, book.Width, book.Crlf ? "\r\n" : "\n")),
            iter: 2_000
        );

    [Fact]
    public void Any_vCard_2_1_in_quoted_printable_comes_back() =>
        Book.Sample(book => Check(book.People, VCard21(book.People, book.Width)), iter: 2_000);

    [Fact]
    public void Any_CSV_comes_back_whatever_its_delimiter() =>
        Gen.Select(Book, Gen.Char[",;\t|"])
            .Sample((book, delimiter) => Check(book.People, Csv(book.People, delimiter)), iter: 2_000);

    private static bool Check(Written[] people, byte[] bytes)
    {
        var read = Read(bytes).Select(row => row.Person!).ToList();
        read.Select(person => person.FirstName).ShouldBe(people.Select(person => person.First));
        read.Select(person => person.LastName).ShouldBe(people.Select(person => person.Last));
        read.Select(person => person.Organisation).ShouldBe(people.Select(person => person.Organisation));
        read.Select(person => person.Notes ?? "").ShouldBe(people.Select(person => person.Note));
        read.SelectMany(person => person.Emails.Values()).ShouldBe(people.SelectMany(person => person.Mails));
        read.SelectMany(person => person.Phones.Values()).ShouldBe(people.SelectMany(person => person.Phones));
        return true;
    }

    private static byte[] VCard3(Written[] people, int width, string end)
    {
        var lines = people.SelectMany(person =>
            (string[])
                [
                    "BEGIN:VCARD",
                    "VERSION:3.0",
                    $"N:{Escape(person.Last)};{Escape(person.First)};;;",
                    $"ORG:{Escape(person.Organisation)}",
                    .. person.Mails.Select((mail, i) => $"item{i}.EMAIL;TYPE=INTERNET:{mail}"),
                    .. person.Phones.Select(phone => $"TEL;TYPE=\"home,voice\":{phone}"),
                    $"NOTE:{Escape(person.Note)}",
                    "END:VCARD",
                ]
        );
        return [.. lines.SelectMany(line => Fold(Encoding.UTF8.GetBytes(line), width, Encoding.UTF8.GetBytes(end)))];
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    // Between bytes, not letters: the standard allows it and old phones do it.
    private static IEnumerable<byte> Fold(byte[] line, int width, byte[] end) =>
        line.Length < 12
            ? [.. line, .. end]
            : line.Chunk(width)
                .SelectMany((part, i) => (byte[])[.. i == 0 ? [] : end.Append((byte)' '), .. part])
                .Concat(end);

    private static byte[] VCard21(Written[] people, int width)
    {
        const string Coded = "CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE";
        var text = new StringBuilder();
        foreach (var person in people)
        {
            text.Append("BEGIN:VCARD\r\nVERSION:2.1\r\n");
            text.Append($"N;{Coded}:{Quote(Guard(person.Last), width)};{Quote(Guard(person.First), width)}\r\n");
            text.Append($"ORG;{Coded}:{Quote(Guard(person.Organisation), width)}\r\n");
            text.AppendJoin("", person.Mails.Select(mail => $"EMAIL;INTERNET:{mail}\r\n"));
            text.AppendJoin("", person.Phones.Select(phone => $"TEL;CELL;VOICE:{phone}\r\n"));
            text.Append($"NOTE;{Coded}:{Quote(Guard(person.Note), width)}\r\nEND:VCARD\r\n");
        }
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static string Guard(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal);

    private static string Quote(string text, int width) =>
        string.Concat(
            Encoding
                .UTF8.GetBytes(text)
                .Select(
                    (letter, i) =>
                        (
                            char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)';' or (byte)'\\'
                                ? $"{(char)letter}"
                                : $"={letter:X2}"
                        ) + (i % width == width - 1 ? "=\r\n" : "")
                )
        );

    private static byte[] Csv(Written[] people, char delimiter)
    {
        string Line(params string[] cells) =>
            string.Join(delimiter, cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
            + "\r\n";
        var rows = people.Select(person =>
            Line(
                person.First,
                person.Last,
                person.Organisation,
                string.Join(" ::: ", person.Mails),
                string.Join(" ::: ", person.Phones),
                person.Note
            )
        );
        return Encoding.UTF8.GetBytes(
            Line("First Name", "Last Name", "Company", "E-mail", "Phone", "Notes") + string.Concat(rows)
        );
    }
}
