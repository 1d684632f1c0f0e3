using System.Net;
using System.Net.Http.Json;
using Flowstate.Contacts.Events;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public class ContactLifeTests(ContactsTest.Server server) : ContactsTest(server)
{
    private static readonly object Ana = new
    {
        firstName = " Ana ",
        lastName = "Lindqvist",
        organisation = "Nordlys",
        emails = new[] { new { label = "work", value = "Ana@Nordlys.example" } },
        phones = new[] { new { label = "mobile", value = "999 60 001" } },
        handles = new { instagram = "@ana" },
        country = "no",
        timeZone = "Europe/Oslo",
        tags = new[] { "vip", "vip", " " },
        warmth = 4,
        notes = "Likes tea",
    };

    [Fact]
    public async Task A_contact_comes_back_as_it_was_written_and_cleaned()
    {
        using var response = await Api.PostAsJsonAsync(Root, Ana, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        response.Headers.ETag!.Tag.ShouldBe("\"1\"");
        using var reading = await Api.GetAsync(response.Headers.Location, Ct);
        reading.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var card = await Task.FromResult(reading).Data<System.Text.Json.JsonElement>();

        card.GetProperty("name").GetString().ShouldBe("Ana Lindqvist");
        card.GetProperty("emails")[0].GetProperty("normalised").GetString().ShouldBe("ana@nordlys.example");
        card.GetProperty("emails")[0].GetProperty("value").GetString().ShouldBe("Ana@Nordlys.example");
        card.GetProperty("phones")[0].GetProperty("normalised").GetString().ShouldBe("+4799960001");
        card.GetProperty("handles").GetProperty("instagram").GetString().ShouldBe("ana");
        card.GetProperty("country").GetString().ShouldBe("NO");
        card.GetProperty("tags").GetArrayLength().ShouldBe(1);
        card.GetProperty("stage").GetString().ShouldBe("lead");
        card.GetProperty("ownerId").GetGuid().ShouldBe(Me.Id);
        card.GetProperty("gate").GetProperty("missing")[0].GetProperty("code").GetString().ShouldBe("touch");
    }

    [Fact]
    public async Task A_mail_address_belongs_to_one_living_contact_of_an_owner()
    {
        var first = await Create(Ana);

        var problem = await Refused("/", Ana, HttpStatusCode.Conflict);
        problem.GetProperty("code").GetString().ShouldBe("contacts.email-taken");
        problem.GetProperty("contactId").GetGuid().ShouldBe(first);

        await Create(Ana, Harness.As(Me.Colleague()));
        (await Api.DeleteAsync($"{Root}/{first}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var second = await Create(Ana);

        (await Api.PostAsync($"{Root}/{first}/restore", null, Ct).ProblemCode(HttpStatusCode.Conflict)).ShouldBe(
            "contacts.email-taken"
        );
        await Api.DeleteAsync($"{Root}/{second}", Ct);
        (await Api.PostAsync($"{Root}/{first}/restore", null, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Card(first)).GetProperty("name").GetString().ShouldBe("Ana Lindqvist");
    }

    [Fact]
    public async Task An_edit_replaces_what_was_written_and_needs_the_version_it_was_based_on()
    {
        var id = await Create(Ana);
        var edit = new
        {
            firstName = "Anna",
            emails = new[] { new { value = "anna@x.no" } },
            warmth = 5,
        };

        (await Put($"/{id}", edit)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        using var edited = await Put($"/{id}", edit, 1);
        edited.StatusCode.ShouldBe(HttpStatusCode.OK);
        edited.Headers.ETag!.Tag.ShouldBe("\"2\"");

        var stale = await Put($"/{id}", new { firstName = "Anita" }, 1).Problem(HttpStatusCode.PreconditionFailed);
        stale.GetProperty("code").GetString().ShouldBe("contacts.stale-version");
        stale.GetProperty("current").GetProperty("firstName").GetString().ShouldBe("Anna");
        stale.GetProperty("current").GetProperty("version").GetInt64().ShouldBe(2);

        var card = await Card(id);
        card.GetProperty("name").GetString().ShouldBe("Anna");
        card.GetProperty("phones").GetArrayLength().ShouldBe(0);
        var told = (await Harness.Told.Wait<ContactUpdated>(1, raised => raised.Contact.ContactId == id))[0];
        told.Contact.Email.ShouldBe("anna@x.no");
        told.Contact.Warmth.ShouldBe(5);
    }

    [Fact]
    public async Task Of_many_edits_at_once_based_on_the_same_version_one_wins()
    {
        var id = await Create(Ana);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(n => Put($"/{id}", new { firstName = $"Ana {n}" }, 1))
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(19);
    }

    [Fact]
    public async Task A_deleted_contact_is_gone_until_it_is_restored()
    {
        var id = await Create();
        await Api.DeleteAsync($"{Root}/{id}", Ct);

        (await Api.GetAsync($"{Root}/{id}", Ct).ProblemCode(HttpStatusCode.NotFound)).ShouldBe("contacts.not-found");
        (await Get("/")).GetArrayLength().ShouldBe(0);
        (await Refused($"/{id}/touches", new { channel = "call" }, HttpStatusCode.NotFound))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.not-found");
        (await Api.DeleteAsync($"{Root}/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await Api.PostAsync($"{Root}/{id}/restore", null, Ct);
        (await Get("/")).GetArrayLength().ShouldBe(1);
        await Harness.Told.Wait<ContactDeleted>(1, raised => raised.ContactId == id);
        await Harness.Told.Wait<ContactRestored>(1, raised => raised.Contact.ContactId == id);
    }
}
