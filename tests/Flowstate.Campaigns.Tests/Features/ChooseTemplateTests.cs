using System.Net;
using System.Net.Http.Json;
using Flowstate.Testing;

namespace Flowstate.Campaigns.Tests.Features;

/// <summary>Which template's words are said, and how they would read.</summary>
public sealed class ChooseTemplateTests(CampaignsHost host) : CampaignsTest(host)
{
    private static readonly object Own = new
    {
        name = "My invite",
        purpose = "invite",
        channel = "any",
        subject = "For you, {{firstName|friend}}",
        body = "Hello {{firstName|friend}} <script>alert(1)</script>",
        language = "en",
    };

    private CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Own_words_are_said_instead_of_the_built_in_ones()
    {
        var ana = Contact();
        await Host.Hear(Created(ana));
        using var created = await Client.PostAsJsonAsync(Templates(), Own, Ct);
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        created.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var said = (await Words((ana.ContactId, "invite")).Data<WordsView[]>())[0];
        said.Text.ShouldBe("Hello Ana <script>alert(1)</script>");
        said.Subject.ShouldBe("For you, Ana");
        created.Headers.Location!.ToString().ShouldEndWith(said.TemplateId.ToString()!);
    }

    [Fact]
    public async Task Words_in_the_contacts_language_come_first()
    {
        var ana = Contact(language: "nb-NO");
        await Host.Hear(Created(ana));
        await Client
            .PostAsJsonAsync(
                Templates(),
                new
                {
                    name = "Norsk",
                    purpose = "invite",
                    body = "Hei",
                    language = "NB",
                },
                Ct
            )
            .Json(HttpStatusCode.Created);
        await Client.PostAsJsonAsync(Templates(), Own, Ct).Json(HttpStatusCode.Created);
        (await Words((ana.ContactId, "invite")).Data<WordsView[]>())[0].Text.ShouldBe("Hei");
    }

    [Fact]
    public async Task A_purpose_whose_templates_were_deleted_falls_back_to_the_built_in_words()
    {
        var ana = Contact();
        await Host.Hear(Created(ana));
        var template = (await All("?purpose=rebook"))[0];
        using var deleted = await Client.DeleteAsync(Templates($"/{template.Id}"), Ct);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await All("?purpose=rebook")).ShouldBeEmpty();
        var said = (await Words((ana.ContactId, "rebook")).Data<WordsView[]>())[0];
        said.TemplateId.ShouldBeNull();
        said.Text.ShouldContain("we missed each other");
        (await Client.DeleteAsync(Templates($"/{template.Id}"), Ct).ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "campaigns.template-not-found"
        );
    }

    [Fact]
    public async Task A_preview_shows_the_words_and_names_what_nobody_knows()
    {
        var ana = Contact("Berit", organisation: null);
        await Host.Hear(Created(ana));
        var body = new
        {
            body = "{{firstName}} {{salary}}{{organisation}}",
            subject = "{{Salary}}?",
            contactId = ana.ContactId,
        };
        var preview = (await Client.PostAsJsonAsync(Templates("/preview"), body, Ct).Json()).GetProperty("data");
        preview.GetProperty("text").GetString().ShouldBe("Berit ");
        preview.GetProperty("subject").GetString().ShouldBe("?");
        preview
            .GetProperty("missing")
            .EnumerateArray()
            .Select(name => name.GetString())
            .ShouldBe(["salary", "organisation"]);
        var example = await Client.PostAsJsonAsync(Templates("/preview"), new { body = "{{name}}" }, Ct).Json();
        example.GetProperty("data").GetProperty("text").GetString().ShouldBe("Ana Lindqvist");
        var unknown = new { body = "x", contactId = Guid.CreateVersion7() };
        (
            await Client.PostAsJsonAsync(Templates("/preview"), unknown, Ct).ProblemCode(HttpStatusCode.NotFound)
        ).ShouldBe("campaigns.contact-not-found");
    }

    private async Task<IReadOnlyList<TemplateSeen>> All(string query = "") =>
        await Client.GetAsync(Templates(query), Ct).Data<TemplateSeen[]>();
}
