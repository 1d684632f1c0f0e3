using static Flowstate.Contacts.Tests.Imports.AddressBook;

namespace Flowstate.Contacts.Tests.Imports;

public sealed class VCardTests
{
    [Fact]
    public void A_phone_s_card_gives_every_mail_number_and_the_company()
    {
        var person = Card(
            """
            N:Berg;Kari;Anne,Marie;Dr.;
            FN:Dr. Kari Berg
            ORG:Fjord AS;Sales;North
            TITLE:Head of sales
            item1.EMAIL;type=INTERNET;type=HOME;type=pref:Kari.Berg@Example.NO
            EMAIL;type=WORK:kari@fjord.example
            TEL;type=WORK;type=FAX:22 33 44 55
            TEL;type=CELL;type=VOICE;type=pref:412 34 567
            item2.TEL:+47 22 11 00 99
            item2.X-ABLabel:_$!<AssistantPhone>!$_
            item3.ADR;type=HOME:;;Storgata 5\nOppgang B;Oslo;;0182;Norway
            item4.URL;type=pref:http\://fjord.example
            BDAY;value=date:1980-03-22
            CATEGORIES:Friends,Sales\, north
            PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/4QBYRXhpZgAATU0AKgAA
             AAgAAgESAAMAAAABAAEAAIdpAAQAAAABAAAAJgAAAAAAA6ABAAMAAAABAAEAAKACAAQAAAABAA
            """
        );
        person.Name.ShouldBe("Dr. Kari Berg");
        (person.FirstName, person.MiddleName, person.LastName).ShouldBe(("Kari", "Anne Marie", "Berg"));
        person.Organisation.ShouldBe("Fjord AS");
        person.Title.ShouldBe("Head of sales");
        person.Emails.Values().ShouldBe(["Kari.Berg@Example.NO", "kari@fjord.example"]);
        person.Emails[0].Normalised.ShouldBe("kari.berg@example.no");
        person.Emails.Labels().ShouldBe(["home", "work"]);
        person
            .Phones.Select(phone => phone.Normalised)
            .ShouldBe(["+4741234567", "+4722334455", "+4722110099"], ignoreOrder: true);
        person.Phones[0].Label.ShouldBe("mobile");
        person.Phones.Labels().ShouldContain("work fax");
        person.Website.ShouldBe("http://fjord.example");
        person.Birthday.ShouldBe("1980-03-22");
        person.Address.ShouldBe("Storgata 5, Oppgang B, Oslo, 0182, Norway");
        person.Country.ShouldBe("NO");
        person.Tags.ShouldBe(["Friends", "Sales, north"]);
        person.Notes.ShouldBe("Department: Sales, North");
    }

    [Fact]
    public void An_Outlook_2_1_card_has_bare_types_quoted_printable_and_soft_breaks()
    {
        var person = Card(
            """
            N;LANGUAGE=nb;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:=D8deg=E5rd;Bj=F8rn
            ORG:Sm=C3=A5 AS
            TEL;WORK;VOICE:(22) 33 44 55
            X-MS-TEL;VOICE;CALLBACK:22 33 44 66
            NOTE;ENCODING=QUOTED-PRINTABLE:First line=0D=0A=
            second line, 100=25 sure=
             of it
            LABEL;HOME;ENCODING=QUOTED-PRINTABLE:Storgata 5=0D=0A=
            0182 Oslo
            KEY;X509;ENCODING=BASE64:
             MIIB/jCCAWugAwIBAgIQDdkWkvA2cqtGkw2P4zAoZDAJBgUrDgMCHQUAMBMxETAPBgNVBAMT

            EMAIL;PREF;INTERNET:bjorn@example.no
            """,
            "2.1"
        );
        person.Name.ShouldBe("Bjørn Ødegård");
        person.Organisation.ShouldBe("Sm=C3=A5 AS", "without an ENCODING the text stands as it is");
        person.Phones.Labels().ShouldBe(["work", "callback"]);
        person.Notes.ShouldBe("First line\nsecond line, 100% sure of it");
        person.Address.ShouldBe("Storgata 5, 0182 Oslo");
        person.Emails.Values().ShouldBe(["bjorn@example.no"]);
    }

    [Fact]
    public void A_4_0_card_has_uri_numbers_extensions_and_preferences()
    {
        var person = Card(
            """
            FN:Ana Sousa
            TEL;VALUE=uri;TYPE="work,voice";PREF=2:tel:+351-21-123-4567;ext=102
            TEL;VALUE=uri;TYPE="work,cell";PREF=1:tel:+351-912-345-678
            EMAIL;TYPE="home,^'own^'":ana@example.pt
            LANG;PREF=2:en
            LANG;PREF=1:pt-PT
            BDAY:--0203
            IMPP:whatsapp:+351912345678
            X-SOCIALPROFILE;TYPE=instagram:https://instagram.com/ana.sousa
            X-SOCIALPROFILE;TYPE=linkedin;X-USER=ana:
            IMPP;X-SERVICE-TYPE=Skype:skype:ana.s
            KIND:individual
            """,
            "4.0"
        );
        (person.FirstName, person.LastName).ShouldBe(("Ana", "Sousa"));
        person.Phones.Values().ShouldBe(["+351-912-345-678", "+351-21-123-4567 ext. 102"]);
        person.Phones.Select(phone => phone.Normalised).ShouldBe(["+351912345678", "+351211234567"]);
        person.Phones.Labels().ShouldBe(["work mobile", "work"]);
        person.Language.ShouldBe("pt");
        person.Birthday.ShouldBe("--02-03");
        person.Handles["whatsapp"].ShouldBe("+351912345678");
        person.Handles["instagram"].ShouldBe("https://instagram.com/ana.sousa");
        person.Handles["linkedin"].ShouldBe("ana");
        person.Notes.ShouldBe("Skype: ana.s");
    }

    [Theory]
    [InlineData("FN:Juan van der Berg", "Juan", null, "van der Berg")]
    [InlineData("FN:Maria José da Silva", "Maria", "José", "da Silva")]
    [InlineData("FN:Cher", "Cher", null, null)]
    [InlineData("FN:Berg\\, Kari", "Kari", null, "Berg")]
    [InlineData("N:Berg;Kari;;;", "Kari", null, "Berg")]
    [InlineData("FN:Kari Berg\nN:Kari Berg;;;;", "Kari", null, "Berg")]
    [InlineData("FN:Kari Berg\nN:;;;;", "Kari", null, "Berg")]
    [InlineData("NICKNAME:Kalle", "Kalle", null, null)]
    public void A_name_is_made_whole_from_what_there_is(string lines, string first, string? middle, string? last)
    {
        var person = Card(lines);
        (person.FirstName, person.MiddleName, person.LastName).ShouldBe((first, middle, last));
    }

    [Fact]
    public void A_fold_inside_a_letter_or_a_parameter_is_undone()
    {
        // "é" is two bytes in UTF-8; some programs fold between them.
        var bytes = Bytes(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ren|\r\nEMAIL;TYPE=IN\r\n TERNET;TYPE=HO\r\n\tME:rene@exam\r\n ple.fr\r\nEND:VCARD\r\n"
        );
        var at = Array.IndexOf(bytes, (byte)'|');
        var person = Read([.. bytes[..at], 0xC3, .. "\r\n "u8, 0xA9, .. bytes[(at + 1)..]])[0].Person!;
        person.Name.ShouldBe("René");
        person.Emails[0].ShouldBe(new("home", "rene@example.fr", "rene@example.fr"));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("windows-1252", false)]
    public void Letters_survive_every_encoding(string charset, bool mark) =>
        Read(Bytes("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bjørn Ødegård\r\nEND:VCARD\r\n", charset, mark))
            .ShouldHaveSingleItem()
            .Person!.Name.ShouldBe("Bjørn Ødegård");

    [Fact]
    public void Decomposed_letters_of_a_Mac_are_joined() => Card("FN:Jose\u0301 A\u030Asen").Name.ShouldBe("José Åsen");
}
