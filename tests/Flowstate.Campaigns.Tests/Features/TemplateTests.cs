using System.Net;
using System.Net.Http.Json;
using Flowstate.Testing;

namespace Flowstate.Campaigns.Tests.Features;

public sealed class TemplateTests(CampaignsHost host) : CampaignsTest(host)
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
    public async Task A_new_workspace_has_words_for_every_purpose_and_gets_them_once()
    {
        var first = await All();
        first.Select(template => template.Purpose).Distinct().Count().ShouldBe(12);
        first.ShouldAllBe(template => template.BuiltIn && template.Version == 1 && template.Subject != null);
        await Host.Hear(
            new Identity.Events.WorkspaceCreated(Me.WorkspaceId, 1, At, "Nordlys Team", "NO", "Europe/Oslo", Me.Id)
        );
        (await All()).Count.ShouldBe(first.Count);
    }

    [Theory]
    [InlineData("""{"name":"N","purpose":"invite","body":"Hi","language":null}""", "language")]
    [InlineData("""{"name":"N\u0000","purpose":"invite","body":"Hi"}""", "name")]
    [InlineData("""{"name":"N","purpose":"invite","body":"Hi\u0000"}""", "body")]
    public async Task What_cannot_be_kept_is_refused_by_its_field(string body, string field)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var problem = await Client
            .PostAsync("/api/v1/campaigns/templates", content, Ct)
            .Problem(HttpStatusCode.BadRequest);

        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
    }

    [Fact]
    public async Task An_edited_built_in_is_the_workspaces_own_and_seen_at_once()
    {
        var builtIn = (await All("?purpose=rebook")).ShouldHaveSingleItem();
        var edited = await Put(
                builtIn.Id,
                "\"1\"",
                new
                {
                    name = "Rebook",
                    purpose = "rebook",
                    body = "When?",
                }
            )
            .Data<TemplateSeen>();
        edited.BuiltIn.ShouldBeFalse();
        edited.Version.ShouldBe(2);
        (await All("?purpose=rebook")).ShouldHaveSingleItem().Body.ShouldBe("When?");
    }

    [Fact]
    public async Task An_edit_must_say_what_it_was_based_on()
    {
        var template = (await All("?purpose=rebook"))[0];
        var body = new
        {
            name = "Rebook",
            purpose = "rebook",
            body = "When?",
        };
        (await Put(template.Id, null, body).ProblemCode((HttpStatusCode)428)).ShouldBe("precondition-required");
        await Put(template.Id, "\"1\"", body).Json();
        var stale = await Put(template.Id, "\"1\"", body).Problem(HttpStatusCode.PreconditionFailed);
        stale.GetProperty("code").GetString().ShouldBe("campaigns.stale-version");
        stale.GetProperty("current").GetProperty("version").GetInt64().ShouldBe(2);
        (await Put(Guid.CreateVersion7(), "\"1\"", body).ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "campaigns.template-not-found"
        );
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("body", "  ")]
    [InlineData("language", "english")]
    public async Task What_is_missing_is_named(string field, string value)
    {
        var draft = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "A",
            ["purpose"] = "invite",
            ["body"] = "B",
            [field] = value,
        };
        var problem = await Client.PostAsJsonAsync(Templates(), draft, Ct).Problem(HttpStatusCode.BadRequest);
        problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue(problem.ToString());
    }

    [Fact]
    public async Task A_purpose_that_does_not_exist_is_refused() =>
        (await Client.GetAsync(Templates("?purpose=sell"), Ct).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "validation-failed"
        );

    [Fact]
    public async Task Another_workspace_sees_and_changes_only_its_own()
    {
        var mine = (await All())[0];
        using var stranger = Host.As(TestMember.New());
        (await stranger.GetAsync(Templates(), Ct).Data<TemplateSeen[]>()).ShouldBeEmpty();
        (await stranger.DeleteAsync(Templates($"/{mine.Id}"), Ct).ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "campaigns.template-not-found"
        );
    }

    [Fact]
    public async Task Who_may_only_read_changes_nothing()
    {
        using var viewer = Host.As(Me with { Role = "viewer", Permissions = ["campaigns.read"] });
        (await viewer.PostAsJsonAsync(Templates(), Own, Ct).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
            "forbidden"
        );
        (await Host.Anonymous().GetAsync(Templates(), Ct).ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe(
            "not-signed-in"
        );
    }

    private async Task<IReadOnlyList<TemplateSeen>> All(string query = "") =>
        await Client.GetAsync(Templates(query), Ct).Data<TemplateSeen[]>();

    private async Task<HttpResponseMessage> Put(Guid id, string? ifMatch, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Templates($"/{id}"));
        request.Content = JsonContent.Create(body);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await Client.SendAsync(request, Ct);
    }
}
