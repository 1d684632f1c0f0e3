using Flowstate.Contacts.Imports;
using static Flowstate.Contacts.Tests.Imports.AddressBook;

namespace Flowstate.Contacts.Tests.Imports;

public sealed class BrokenVCardTests
{
    [Fact]
    public void A_broken_card_is_refused_with_its_line_and_the_rest_go_on()
    {
        var rows = Read(
            Bytes(
                """
                BEGIN:VCARD
                VERSION:3.0
                FN:One
                BEGIN:VCARD
                VERSION:3.0
                FN:Two
                END:VCARD
                what is this
                and this
                BEGIN:VCARD
                FN:Three
                no property at all
                END:VCARD
                BEGIN:VCARD
                FN:Four
                END:VCARD
                BEGIN:VCARD
                FN:Five
                """
            )
        );
        rows.Select(row => row.Person?.Name ?? row.Refusal)
            .ShouldBe([
                "Line 1: the card has no END:VCARD",
                "Two",
                "Line 8: there is text outside a card",
                "Line 10: the card has a line that is no property (line 12)",
                "Four",
                "Line 17: the card has no END:VCARD",
            ]);
    }

    [Fact]
    public void A_secretary_s_card_inside_a_card_is_not_another_contact() =>
        Card("FN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Secretary\nEND:VCARD\nEMAIL:boss@example.com", "2.1")
            .Emails.Values()
            .ShouldBe(["boss@example.com"]);

    [Fact]
    public void A_note_with_bare_line_breaks_is_one_note() =>
        Card("FN:Ana\nNOTE:met at the fair\nlikes tea\n\nEMAIL:ana@example.com")
            .Notes.ShouldBe("met at the fair\nlikes tea");

    [Fact]
    public void A_group_is_not_a_person() =>
        Read(Bytes("BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Friends\nMEMBER:urn:uuid:1\nEND:VCARD"))[0]
            .Refusal.ShouldBe("Line 1: the card is a group, not a person");

    [Theory]
    [InlineData("ORG:Fjord AS")]
    [InlineData("NOTE:nobody")]
    [InlineData("EMAIL:n/a")]
    public void Nobody_without_a_name_or_a_way_to_reach_them(string line) =>
        Read(Bytes($"BEGIN:VCARD\n{line}\nEND:VCARD"))[0].Refusal.ShouldBe("No name, mail or phone");

    [Fact]
    public void A_company_with_a_number_is_called_by_its_name() =>
        Card("ORG:Fjord AS\nTEL:22334455").Name.ShouldBe("Fjord AS");

    [Fact]
    public void A_photo_of_many_megabytes_on_one_line_costs_no_memory()
    {
        var photo = new string('A', 19_000_000);
        var bytes = Bytes($"BEGIN:VCARD\nFN:Ana\nPHOTO;ENCODING=b:{photo}\nTEL:22334455\nEND:VCARD\n");
        var format = Detect(bytes).Value;
        using var file = new MemoryStream(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var row = ReadVCards.Rows(file, format).ShouldHaveSingleItem();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(6_000_000);
        row.Values.Select(value => value.Value).ShouldBe(["Ana", "22334455"]);
    }

    [Fact]
    public void A_note_longer_than_can_be_kept_refuses_its_card_alone()
    {
        var long1 = $"BEGIN:VCARD\nFN:Ana\nNOTE:{new string('x', 20_001)}\nEND:VCARD\n";
        var long2 = $"BEGIN:VCARD\nFN:Bea\nNOTE:{new string('x', 300_000)}\nEND:VCARD\n";
        var rows = Read(Bytes($"{long1}{long2}BEGIN:VCARD\nFN:Cat\nEND:VCARD\n"));
        rows[0].Refusal.ShouldBe("The note is longer than 20,000 characters");
        rows[1].Refusal.ShouldBe("Line 5: the card is too large");
        rows[2].Person!.Name.ShouldBe("Cat");
    }
}
