using Flowstate.Contacts.Imports;
using static Flowstate.Contacts.Tests.Imports.AddressBook;

namespace Flowstate.Contacts.Tests.Imports;

public sealed class MappingTests
{
    private static readonly FileFormat AnyCsv = Detect(Bytes("Name,Phone\nAna,1\n")).Value;

    [Theory]
    [InlineData("Given Name|E-mail Address|Mobile Phone|Employer", "FirstName|Email|Phone|Organisation")]
    [InlineData(
        "Fornavn|Etternavn|E-post|Mobiltelefon|Bedrift|Stilling|Notater",
        "FirstName|LastName|Email|Phone|Organisation|Title|Notes"
    )]
    [InlineData(
        "Vorname|Nachname|E-Mail|Telefonnummer|Unternehmen|Geburtstag",
        "FirstName|LastName|Email|Phone|Organisation|Birthday"
    )]
    [InlineData(
        "Nombre|Apellidos|Correo electrónico|Teléfono|Empresa|País",
        "FirstName|LastName|Email|Phone|Organisation|Country"
    )]
    [InlineData(
        "Nome|Sobrenome|E-mail|Celular|Empresa|Observações",
        "FirstName|LastName|Email|Phone|Organisation|Notes"
    )]
    [InlineData(
        "Prénom|Nom|Courriel|Téléphone portable|Société|Anniversaire",
        "FirstName|LastName|Email|Phone|Organisation|Birthday"
    )]
    [InlineData(
        "Phonetic First Name|Phone 1 - Label|E-mail Type|Email opt out|Unheard of",
        "Ignore|Ignore|Ignore|Ignore|Ignore"
    )]
    [InlineData(
        "Lead Source|Stage|Warmth|Language|Tags|LinkedIn URL|WhatsApp",
        "Source|Stage|Warmth|Language|Tags|Linkedin|Whatsapp"
    )]
    public void Columns_are_recognised_in_six_languages(string columns, string fields)
    {
        var format = AnyCsv with { Columns = columns.Split('|') };
        string.Join('|', SuggestMapping.For(format).Select(column => column.Field)).ShouldBe(fields);
    }

    [Fact]
    public void A_chosen_field_wins_over_the_guess()
    {
        var chosen = SuggestMapping.Choose(
            AnyCsv,
            new Dictionary<string, ContactField> { ["Phone"] = ContactField.Whatsapp }
        );
        chosen.Select(column => column.Field).ShouldBe([ContactField.Name, ContactField.Whatsapp]);
    }

    [Theory]
    [InlineData("412 34 567", "+4741234567")]
    [InlineData("0047 412 34 567", "+4741234567")]
    [InlineData("+1 (202) 555-0123", "+12025550123")]
    [InlineData("'+4741234567", "+4741234567")]
    [InlineData("12", null)]
    [InlineData("+1-555-0123", null)]
    public void Numbers_are_read_as_the_workspace_s_country_writes_them(string number, string? normalised) =>
        Person($"Name,Phone\nAna,\"{number}\"\n")
            .Phones.Select(phone => phone.Normalised)
            .SingleOrDefault()
            .ShouldBe(normalised);

    [Theory]
    [InlineData("a@x.no; b@x.no", 2)]
    [InlineData("a@x.no,A@X.no", 1)]
    [InlineData("\"Doe, Ana\" <ana@x.no>", 1)]
    [InlineData("mailto:ana@x.no", 1)]
    [InlineData("n/a", 0)]
    public void A_cell_may_hold_several_mails(string cell, int mails) =>
        Person($"Name;E-mail\nAna;\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")
            .Emails.Count.ShouldBe(mails);

    [Fact]
    public void What_cannot_be_read_is_kept_in_the_notes()
    {
        var person = Person("Name,E-mail,Phone,Warmth,Notes\nAna,ana at home,4.79E+10,fiery,Met in May\n");
        person.Emails.ShouldBeEmpty();
        person.Phones.ShouldBeEmpty();
        person.Notes.ShouldBe(
            "Met in May\n\nEmail, as written: ana at home\nPhone, as written: 4.79E+10\nWarmth: fiery"
        );
        Read(Bytes("Name,E-mail\n,ana at home\n"))[0]
            .Refusal.ShouldBe("No name, mail or phone (“ana at home” is not a mail address)");
    }

    [Theory]
    [InlineData("4", 4)]
    [InlineData("★★★", 3)]
    [InlineData("5 stars", 5)]
    [InlineData("Hot", 5)]
    [InlineData("", 0)]
    public void Warmth_is_stars(string cell, int warmth) =>
        Person($"Name,Warmth\nAna,{cell}\n").Warmth.ShouldBe(warmth);

    [Fact]
    public void Text_is_trimmed_composed_and_without_control_characters()
    {
        var person = Person("Name,Notes\n\"  Jose\u0301\u0007  \u200b Va\u0301zquez\t\",\"a\u0001b\n c\"\n");
        person.Name.ShouldBe("José Vázquez");
        person.Notes.ShouldBe("ab\n c");
    }

    [Fact]
    public void A_value_too_long_to_keep_refuses_its_row()
    {
        var rows = Read(
            Bytes(
                $"Name,Notes\n{new string('x', 201)},\nAna,{new string('y', 20_001)}\nBea,{new string('y', 20_000)}\n"
            )
        );
        rows.Select(row => row.Refusal)
            .ShouldBe(["The name is longer than 200 characters", "The note is longer than 20,000 characters", null]);
    }

    [Theory]
    [InlineData("Norge", "no-NO", "NO", "no")]
    [InlineData("usa", "English", "US", "en")]
    [InlineData("Atlantis", "Klingon", "Atlantis", "Klingon")]
    public void Countries_and_languages_become_codes(
        string country,
        string language,
        string countryCode,
        string languageCode
    )
    {
        var person = Person($"Name,Country,Language\nAna,{country},{language}\n");
        (person.Country, person.Language).ShouldBe((countryCode, languageCode));
    }
}
