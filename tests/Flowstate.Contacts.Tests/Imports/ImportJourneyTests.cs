using System.Net;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Imports;

public sealed class ImportJourneyTests(ContactsTest.Server server) : ImportsTest(server)
{
    private const string Google = """
        First Name,Last Name,Organization Name,Labels,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Value
        Kari,Berg,Fjord AS,friends ::: sales,kari@fjord.example ::: kari@example.no,Mobile,+47 412 34 567,https://fjord.example
        Ola,Dal,,,,Mobile,+47 412 34 568,
        Ida,,,,,,,
        ,,Nobody AS,,,,,
        """;

    [Fact]
    public async Task What_was_chosen_for_a_file_is_remembered_for_the_next_of_its_kind()
    {
        const string file = "Name,Hint,Phone\nAna,from the fair,+47 412 34 567\n";
        (await Upload(file)).GetProperty("remembered").GetBoolean().ShouldBeFalse();
        await Import(file, new { mapping = new[] { new { column = "Hint", field = "source" } } });

        var again = await Upload(file);

        again.GetProperty("remembered").GetBoolean().ShouldBeTrue();
        again.GetProperty("columns")[1].GetProperty("field").GetString().ShouldBe("source");
        // Other columns, and other people, have nothing to remember.
        (await Upload("Name,Hint,Mail\nAna,x,a@example.com\n"))
            .GetProperty("remembered")
            .GetBoolean()
            .ShouldBeFalse();
        using var colleague = Harness.As(Me.Colleague());
        (await Upload(file, by: colleague)).GetProperty("remembered").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_book_becomes_contacts_and_one_event()
    {
        var upload = await Upload(Google, "C:\\fakepath\\google.csv");
        upload.GetProperty("state").GetString().ShouldBe("mapping");
        upload.GetProperty("fileName").GetString().ShouldBe("google.csv");
        upload.GetProperty("format").GetString().ShouldBe("Google Contacts");
        upload.GetProperty("total").GetInt32().ShouldBe(4);
        var organisation = upload.GetProperty("columns")[2];
        organisation.GetProperty("field").GetString().ShouldBe("organisation");
        organisation.GetProperty("samples")[0].GetString().ShouldBe("Fjord AS");
        (await Everybody()).ShouldBeEmpty();

        var id = upload.GetProperty("id").GetGuid();
        await Post($"/imports/{id}/start", new { }, HttpStatusCode.Accepted);
        var import = await Over(id);

        import.GetProperty("state").GetString().ShouldBe("done");
        Counts(import).ShouldBe((3, 0, 0, 1));
        var kari = await Card((await Rows(import))[0].GetProperty("contactId").GetGuid());
        kari.GetProperty("name").GetString().ShouldBe("Kari Berg");
        kari.GetProperty("organisation").GetString().ShouldBe("Fjord AS");
        kari.GetProperty("emails")
            .EnumerateArray()
            .Select(mail => mail.GetProperty("value").GetString())
            .ShouldBe(["kari@fjord.example", "kari@example.no"]);
        kari.GetProperty("phones")[0].GetProperty("normalised").GetString().ShouldBe("+4741234567");
        kari.GetProperty("phones")[0].GetProperty("label").GetString().ShouldBe("mobile");
        kari.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["friends", "sales"]);
        kari.GetProperty("notes").GetString().ShouldBe("Website: https://fjord.example");
        kari.GetProperty("ownerId").GetGuid().ShouldBe(Me.Id);
        var refused = (await Rows(import, "refused")).ShouldHaveSingleItem();
        (refused.GetProperty("row").GetInt32(), refused.GetProperty("reason").GetString()).ShouldBe(
            (4, "No name, mail or phone")
        );

        var told = (await Harness.Told.Wait<ContactsImported>(1, heard => heard.ImportId == id)).ShouldHaveSingleItem();
        told.Contacts.Select(contact => contact.Name).ShouldBe(["Kari Berg", "Ola Dal", "Ida"]);
        told.Contacts[0].Emails.ShouldBe(["kari@fjord.example", "kari@example.no"]);
        (await Harness.Scalar<long>($"select count(*) from contacts.import_chunks where import_id = '{id}'")).ShouldBe(
            0
        );
    }

    [Fact]
    public async Task The_same_file_three_times_adds_nobody()
    {
        var file =
            $"{Google}\nEva,Lie,,,,Mobile,12345,\nEva,Lie,,,,Work,12345,\nIda,,,,,,,\nLise,Moe,,,lise@example.no,,+47 412 34 568,";
        Counts(await Import(file)).ShouldBe((5, 0, 2, 1));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Counts(await Import(file)).ShouldBe((0, 0, 7, 1));
        }

        (await Everybody()).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Who_is_there_is_completed_and_never_overwritten()
    {
        var ana = await Create(
            new
            {
                firstName = "Ana",
                organisation = "Old AS",
                emails = new[] { new { value = "ana@example.com" } },
                tags = new[] { "vip" },
            }
        );
        var bea = await Create(new { firstName = "Bea", phones = new[] { new { value = "+47 412 34 567" } } });
        var import = await Import(
            """
            First name,Last name,Company,Title,E-mail,E-mail 2,Phone,Tags,Warmth
            Anna,Lie,New AS,CEO,ANA@example.com,ana@home.example,,"vip,friend",4
            Bea,Dal,,,bea@example.com,,+47 41234567,,
            Cat,,,,cat@example.com,ana@example.com,,,
            """
        );
        Counts(import).ShouldBe((0, 3, 0, 0));
        var card = await Card(ana);
        card.GetProperty("name").GetString().ShouldBe("Ana Lie");
        card.GetProperty("organisation").GetString().ShouldBe("Old AS");
        card.GetProperty("title").GetString().ShouldBe("CEO");
        card.GetProperty("warmth").GetInt32().ShouldBe(4);
        card.GetProperty("version").GetInt64().ShouldBeGreaterThan(1);
        card.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["vip", "friend"]);
        card.GetProperty("emails").GetArrayLength().ShouldBe(3);
        (await Card(bea)).GetProperty("emails")[0].GetProperty("value").GetString().ShouldBe("bea@example.com");
        (await Everybody()).Count.ShouldBe(2);
        var told = await Harness.Told.Wait<ContactsImported>(
            1,
            heard => heard.ImportId == import.GetProperty("id").GetGuid()
        );
        told[0].Contacts.Select(contact => contact.ContactId).ShouldBe([ana, bea], ignoreOrder: true);
    }

    [Fact]
    public async Task A_mail_of_somebody_else_is_not_taken_from_them()
    {
        await Import("Name,E-mail\nAna,ana@example.com\nBea,bea@example.com\n");
        Counts(await Import("Name,E-mail\nBea,\"bea@example.com, ana@example.com\"\n")).ShouldBe((0, 0, 1, 0));
    }

    [Fact]
    public async Task A_starting_stage_is_recorded_as_a_move_of_the_import()
    {
        var import = await Import(
            "Name,Stage\nAna,Video sent\nBea,\nCat,Loves tea\n",
            new { stage = "Relationship building" }
        );
        var rows = await Rows(import);
        var (ana, bea, cat) = (await Card(Id(0)), await Card(Id(1)), await Card(Id(2)));
        ana.GetProperty("stage").GetString().ShouldBe("presentationSent");
        bea.GetProperty("stage").GetString().ShouldBe("relationship");
        cat.GetProperty("notes").GetString().ShouldBe("Stage: Loves tea");
        var move = (await Get($"/{Id(0)}/timeline"))
            .EnumerateArray()
            .Single(entry => entry.GetProperty("kind").GetString() == "move");
        move.GetProperty("by").GetProperty("id").GetGuid().ShouldBe(Me.Id);

        // An import does not move who is already on the board.
        await Import("Name,Stage\nAna,Signed up\n");
        (await Card(Id(0))).GetProperty("stage").GetString().ShouldBe("presentationSent");

        Guid Id(int row) => rows[row].GetProperty("contactId").GetGuid();
    }

    [Fact]
    public async Task A_vCard_file_needs_no_mapping()
    {
        var import = await Import(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:José Åsen\r\nTEL;TYPE=CELL:+47 412 34 567\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Broken\r\n"
        );
        (import.GetProperty("kind").GetString(), import.GetProperty("format").GetString()).ShouldBe(
            ("vcard", "vCard 3.0")
        );
        Counts(import).ShouldBe((1, 0, 0, 1));
        (await Rows(import, "refused"))[0]
            .GetProperty("reason")
            .GetString()
            .ShouldBe("Line 6: the card has no END:VCARD");
    }

    [Fact]
    public async Task A_mapping_of_ones_own_wins()
    {
        var import = await Import(
            "Who,Where\nAna,ana@example.com\n",
            new
            {
                mapping = new[] { new { column = "Who", field = "name" }, new { column = "Where", field = "email" } },
            }
        );
        Counts(import).ShouldBe((1, 0, 0, 0));
        (await Everybody())[0].GetProperty("email").GetString().ShouldBe("ana@example.com");
    }
}
