using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

/// <summary>What sensitive fields hold is on the card of those who may see it, and nowhere else.</summary>
public class SensitiveFieldTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task What_is_sensitive_is_sealed_shown_to_those_who_may_and_told_nobody()
    {
        await Post(
            "/fields",
            new
            {
                label = "Illness",
                kind = "text",
                sensitive = true,
            }
        );
        var id = await Create(new { firstName = "Ana", fields = new { illness = "Secretitis" } });
        var rep = Harness.As(Me with { Permissions = ["contacts.read", "contacts.write"] });

        var card = await Card(id);
        card.GetProperty("fields").GetProperty("illness").GetString().ShouldBe("Secretitis");
        var veiled = await Get($"/{id}", rep);
        veiled.GetProperty("fields").EnumerateObject().ShouldBeEmpty();
        veiled.GetProperty("hiddenFields").EnumerateArray().Select(key => key.GetString()).ShouldBe(["illness"]);

        // Who does not see it edits the rest, and cannot change or clear it.
        (await Put($"/{id}", new { firstName = "Anna" }, 1, rep)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var value in new[] { "Health", null })
        {
            var body = new { firstName = "Anna", fields = new { illness = value } };
            (await Put($"/{id}", body, 2, rep)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await Card(id)).GetProperty("fields").GetProperty("illness").GetString().ShouldBe("Secretitis");
        (await Count("from contacts.contacts c where c::text like '%Secretitis%'")).ShouldBe(0);
        (await Count("from contacts.audit a where a::text like '%Secretitis%'")).ShouldBe(0);
        (await Count("from contacts.outbox a where a::text like '%Secretitis%'")).ShouldBe(0);
        (await Count("from contacts.contacts where starts_with(sealed_fields, 'v1:')")).ShouldBeGreaterThan(0);
        (await Get("/?search=secretitis")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_log_tells_what_a_field_held_and_of_a_sensitive_one_only_that_it_changed()
    {
        await Post("/fields", new { label = "Text", kind = "text" });
        await Post(
            "/fields",
            new
            {
                label = "Illness",
                kind = "text",
                sensitive = true,
            }
        );
        var id = await Create(new { firstName = "Ana", fields = new { text = "Runs", illness = "Flu" } });
        var body = new { firstName = "Ana", fields = new { text = "Swims", illness = "Cold" } };
        (await Put($"/{id}", body, 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        // The same once more changes neither.
        (await Put($"/{id}", body, 2)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var auditor = Harness.As(Me with { Permissions = ["platform.audit"] });
        var log = await auditor
            .GetAsync($"/api/v1/platform/audit?subject=contacts&subjectId={id}&action=update", Ct)
            .Data<JsonElement>();
        var changed = log[1].GetProperty("changes");
        changed.GetProperty("custom_fields")[1].GetProperty("text").GetString().ShouldBe("Swims");
        changed.GetProperty("sealed_fields").GetString().ShouldBe("changed");
        log[0].GetProperty("changes").TryGetProperty("sealed_fields", out _).ShouldBeFalse();
        log[0].GetProperty("changes").TryGetProperty("custom_fields", out _).ShouldBeFalse();
    }

    private Task<long> Count(string from) => Harness.Scalar<long>($"select count(*) {from}");
}
