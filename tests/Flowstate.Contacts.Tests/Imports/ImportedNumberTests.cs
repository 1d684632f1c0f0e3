using Flowstate.Contacts.Events;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Identity.Events;

namespace Flowstate.Contacts.Tests.Imports;

/// <summary>What a phone number in a file means: which country it is read in, and whose it is.</summary>
public sealed class ImportedNumberTests(ContactsTest.Server server) : ImportsTest(server)
{
    [Fact]
    public async Task The_same_number_with_another_first_name_is_another_person()
    {
        Counts(await Import("Name,Phone\nAna Lie,+47 412 34 567\nBea Lie,+47 412 34 567\nana lie,+47 41234567\n"))
            .ShouldBe((2, 0, 1, 0));
    }

    [Fact]
    public async Task A_number_is_read_in_the_country_of_its_row_or_the_workspace()
    {
        await Harness.Hear(new WorkspaceCreated(Me.WorkspaceId, 1, Now, "Team", "NO", "Europe/Oslo", Me.Id));
        const string File = "Name,Phone,Country\nAna,412 34 567,\nBob,(202) 555-0123,USA\n";
        var import = await Import(File);
        var told = await Harness.Told.Wait<ContactsImported>(
            1,
            heard => heard.ImportId == import.GetProperty("id").GetGuid()
        );
        told[0].Contacts.Select(contact => contact.Phone).ShouldBe(["+4741234567", "+12025550123"]);
        Counts(await Import(File)).ShouldBe((0, 0, 2, 0));
    }

    [Fact]
    public async Task A_national_number_of_somebody_who_is_there_is_read_in_their_own_country()
    {
        await Harness.Hear(new WorkspaceCreated(Me.WorkspaceId, 1, Now, "Team", "GB", "Europe/London", Me.Id));
        var john = await Create(
            new
            {
                firstName = "John",
                country = "US",
                notes = "Met in Boston",
                emails = new[] { new { value = "john@example.com" } },
                phones = new[] { new { value = "+1 202 555 0123" } },
            }
        );
        const string File =
            "Name,E-mail,Phone,Phone 2,Notes\nJohn,john@example.com,(202) 555-0123,(202) 555-0199,Likes tea\n";

        Counts(await Import(File)).ShouldBe((0, 1, 0, 0));
        Counts(await Import(File)).ShouldBe((0, 0, 1, 0));

        var card = await Card(john);
        card.GetProperty("phones")
            .EnumerateArray()
            .Select(phone => phone.GetProperty("normalised").GetString())
            .ShouldBe(["+12025550123", "+12025550199"]);
        card.GetProperty("notes").GetString().ShouldBe("Met in Boston\n\nLikes tea");
    }
}
