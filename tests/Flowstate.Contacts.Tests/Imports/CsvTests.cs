using static Flowstate.Contacts.Tests.Imports.AddressBook;

namespace Flowstate.Contacts.Tests.Imports;

public sealed class CsvTests
{
    [Fact]
    public void New_Google_Contacts()
    {
        var person = Person(
            """
            First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Website 1 - Value,Address 1 - Formatted,Address 1 - Street,Address 1 - Country
            Kari,,Berg,Fjord AS,CEO,* friends ::: * myContacts,* Work,kari@fjord.example ::: kari@example.no,Work Fax,22334455,Mobile,41234567,https://fjord.example,"Storgata 5
            0182 Oslo",Storgata 5,Norway
            """
        );
        person.Name.ShouldBe("Kari Berg");
        person.Organisation.ShouldBe("Fjord AS");
        person.Title.ShouldBe("CEO");
        person.Tags.ShouldBe(["friends"]);
        person.Emails.Values().ShouldBe(["kari@fjord.example", "kari@example.no"]);
        person.Emails[0].Label.ShouldBe("work");
        person
            .Phones.Select(phone => (phone.Label, phone.Normalised))
            .ShouldBe([("mobile", "+4741234567"), ("work fax", "+4722334455")]);
        person.Address.ShouldBe("Storgata 5, 0182 Oslo");
        person.Country.ShouldBe("NO");
    }

    [Fact]
    public void Old_Google_Contacts()
    {
        var text = """
            Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title
            Kari Anne Berg,Kari,Anne,Berg,* myContacts,Home,kari@example.no,Mobile,412 34 567 ::: 22 33 44 55,Fjord AS,CEO
            """;
        Detect(Bytes(text)).Value.Format.ShouldBe("Google Contacts");
        var person = Person(text);
        (person.FirstName, person.MiddleName, person.LastName).ShouldBe(("Kari", "Anne", "Berg"));
        person.Emails[0].Label.ShouldBe("home");
        person.Phones.Select(phone => phone.Normalised).ShouldBe(["+4741234567", "+4722334455"]);
        person.Organisation.ShouldBe("Fjord AS");
        person.Tags.ShouldBeEmpty();
    }

    [Fact]
    public void Outlook()
    {
        var text = """
            "Title","First Name","Last Name","Company","Job Title","Business Street","Business City","Business Country/Region","Business Fax","Business Phone","Mobile Phone","E-mail Address","E-mail Type","E-mail Display Name","E-mail 2 Address","Notes"
            "Ms.","Kari","Berg","Fjord AS","CEO","Storgata 5","Oslo","Norway","22334455","22334466","41234567","kari@fjord.example","SMTP","Kari (work)","kari@example.no","Likes ""tea"";
            calls back"
            """;
        Detect(Bytes(text)).Value.Format.ShouldBe("Outlook");
        var person = Person(text);
        person.Name.ShouldBe("Kari Berg");
        person.Title.ShouldBe("CEO");
        person.Emails.Values().ShouldBe(["kari@fjord.example", "kari@example.no"]);
        person.Phones.Labels().ShouldBe(["work", "mobile", "work fax"]);
        person.Address.ShouldBe("Storgata 5, Oslo");
        person.Country.ShouldBe("NO");
        person.Notes.ShouldBe("Likes \"tea\";\ncalls back");
    }

    [Fact]
    public void LinkedIn_with_its_notes_on_top()
    {
        var text = """
            Notes:
            "When exporting your connection data, you may notice that some of the email addresses are missing. You will only see
            addresses of connections who have allowed it."

            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            Kari,Berg,https://www.linkedin.com/in/kari,,Fjord AS,"Sales, North",15 Jan 2024
            """;
        var format = Detect(Bytes(text)).Value;
        (format.Format, format.HeaderLine).ShouldBe(("LinkedIn", 5));
        var person = Person(text);
        person.Handles["linkedin"].ShouldBe("https://www.linkedin.com/in/kari");
        person.Title.ShouldBe("Sales, North");
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Any_delimiter_and_language(string delimiter)
    {
        var text =
            "Vorname,Name,Firma,E-Mail-Adresse,Handy\r\nJürgen,Groß,Böhm GmbH,juergen@example.de,0151 23456789\r\n";
        var person = Person(text.Replace(",", delimiter, StringComparison.Ordinal), "DE");
        (person.Name, person.Organisation).ShouldBe(("Jürgen Groß", "Böhm GmbH"));
        person.Phones[0].ShouldBe(new("mobile", "0151 23456789", "+4915123456789"));
    }

    [Fact]
    public void A_short_row_is_accepted_and_one_with_too_many_cells_is_refused()
    {
        var rows = Read(Bytes("First name,E-mail,Phone\nAna\nBea,bea@example.com,1,2,3\nCat,cat@example.com,,,\n"));
        rows[0].Person!.Name.ShouldBe("Ana");
        rows[1].Refusal.ShouldBe("Line 3: there are 5 cells for 3 columns");
        rows[2].Person!.Name.ShouldBe("Cat");
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_spoils_one_row()
    {
        var rows = Read(
            Bytes(
                "First name,E-mail\nAna,ana@example.com\n\"Bea,bea@example.com\nCat,cat@example.com\n\"Dan\",dan@example.com\n"
            )
        );
        rows.Select(row => row.Person?.Name ?? row.Refusal)
            .ShouldBe(["Ana", "Line 3: a quotation mark opens here and closes in another row", "Cat", "Dan"]);
        Read(Bytes("First name,E-mail\n\"Ana,a@example.com\nBea,b@example.com"))
            .Select(row => row.Person?.Name ?? row.Refusal)
            .ShouldBe(["Line 2: a quotation mark is opened and never closed", "Bea"]);
    }

    [Fact]
    public void Columns_of_one_name_are_told_apart_and_all_read()
    {
        var text = "Name,Phone,Phone,\nAna,22334455,22334466,x\n";
        Detect(Bytes(text)).Value.Columns.ShouldBe(["Name", "Phone", "Phone (2)", "Column 4"]);
        Person(text).Phones.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1252", false)]
    public void Letters_survive_every_encoding(string charset, bool mark) =>
        Read(Bytes("Fornavn;Etternavn\r\nBjørn;Ødegård\r\nJosé;Muñoz\r\n", charset, mark))
            .Select(row => row.Person!.Name)
            .ShouldBe(["Bjørn Ødegård", "José Muñoz"]);

    [Fact]
    public void One_Western_letter_far_down_a_plain_file_is_seen()
    {
        var text =
            "Name,Phone\n"
            + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"Ana {i},2233{i:D4}\n"))
            + "Åse,22334455\n";
        Read(Bytes(text, "windows-1252"))[^1].Person!.Name.ShouldBe("Åse");
        Read(Bytes(text))[^1].Person!.Name.ShouldBe("Åse");
    }

    [Fact]
    public void Cyrillic_of_old_Windows_is_seen()
    {
        var text =
            "Name,Notes\nНаталья Кузнецова,Встретились на ярмарке в Москве\nИван Петров,Перезвонить в пятницу после обеда\n";
        Read(Bytes(text, "windows-1251"))[0].Person!.Name.ShouldBe("Наталья Кузнецова");
    }
}
