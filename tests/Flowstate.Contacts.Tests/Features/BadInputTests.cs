using System.Net;
using System.Text;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public class BadInputTests(ContactsTest.Server server) : ContactsTest(server)
{
    private const string Script = "<script>alert('x')</script>";

    [Fact]
    public async Task A_script_in_any_text_field_is_kept_as_text()
    {
        var id = await Create(
            new
            {
                firstName = Script,
                lastName = Script,
                organisation = Script,
                title = Script,
                emails = new[] { new { label = Script, value = "<script>@x.no" } },
                phones = new[] { new { label = Script, value = "123<script>" } },
                handles = new
                {
                    instagram = Script,
                    linkedin = Script,
                    messenger = Script,
                    whatsapp = Script,
                },
                language = "<script>",
                source = Script,
                tags = new[] { Script },
                notes = Script,
            }
        );
        await Post($"/{id}/touches", new { channel = "note", note = Script });
        await Put($"/{id}/qualification", new { why = Script, timeline = Script }, await Version(id));
        var due = await Post($"/{id}/follow-ups", new { title = Script, dueAt = Now });

        using var response = await Api.GetAsync($"{Root}/{id}", Ct);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var card = await Card(id);
        foreach (var field in new[] { "firstName", "lastName", "organisation", "title", "source", "notes" })
        {
            card.GetProperty(field).GetString().ShouldBe(Script, field);
        }

        card.GetProperty("tags")[0].GetString().ShouldBe(Script);
        card.GetProperty("qualification").GetProperty("why").GetString().ShouldBe(Script);
        card.GetProperty("followUps")[0].GetProperty("title").GetString().ShouldBe(Script);
        (await Get($"/{id}/timeline"))[0].GetProperty("detail").GetString().ShouldBe(Script);
        due.GetProperty("id").GetGuid().ShouldNotBe(Guid.Empty);
    }

    [Theory]
    [InlineData("""{}""", "firstName")]
    [InlineData("""{"firstName":"  "}""", "firstName")]
    [InlineData("""{"firstName":"A","warmth":6}""", "warmth")]
    [InlineData("""{"firstName":"A","timeZone":"Mars/Olympus"}""", "timeZone")]
    [InlineData("""{"firstName":"A","country":"Norway"}""", "country")]
    [InlineData("""{"firstName":"A","emails":[{"value":"nobody"}]}""", "emails[0].value")]
    [InlineData("""{"firstName":"A","emails":[null]}""", "emails[0]")]
    [InlineData("""{"firstName":"A","phones":[{"value":null}]}""", "phones[0].value")]
    [InlineData("""{"firstName":"A\u0000"}""", "firstName")]
    [InlineData("""{"firstName":"A","notes":"\u0000"}""", "notes")]
    public async Task A_body_of_the_wrong_shape_is_refused_by_field(string body, string field)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var problem = await Api.PostAsync(Root, content, Ct).Problem(HttpStatusCode.BadRequest);

        problem.GetProperty("code").GetString().ShouldBe("validation-failed");
        problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue(problem.ToString());
        (await Get("/")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("{\"firstName\":")]
    [InlineData("[]")]
    [InlineData("{\"firstName\":{}}")]
    public async Task A_body_that_cannot_be_read_is_a_problem_document(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        (await Api.PostAsync(Root, content, Ct).Problem(HttpStatusCode.BadRequest))
            .GetProperty("code")
            .GetString()!
            .ShouldNotBeEmpty();
    }
}
