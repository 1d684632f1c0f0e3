using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public class PipelineSettingsTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task An_advisory_gate_lets_through_marks_the_move_and_says_what_was_missing()
    {
        await Set(new { gates = new { relationship = "advisory", invited = "off" } });
        var id = await Create();

        var gate = (await Card(id)).GetProperty("gate");
        gate.GetProperty("mode").GetString().ShouldBe("advisory");
        gate.GetProperty("allowed").GetBoolean().ShouldBeTrue();
        gate.GetProperty("missing")[0].GetProperty("code").GetString().ShouldBe("touch");
        var moved = await Move(id, "relationship");

        moved.GetProperty("missing")[0].GetProperty("code").GetString().ShouldBe("touch");
        (await Card(id)).GetProperty("gate").GetProperty("missing").GetArrayLength().ShouldBe(0);
        (await Move(id, "invited")).GetProperty("missing").GetArrayLength().ShouldBe(0);
        (await Refused($"/{id}/moves", new { to = "qualified" }, HttpStatusCode.Conflict))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.gate-closed");
        var marked = (await Get($"/{id}/timeline"))
            .EnumerateArray()
            .Single(entry => entry.GetProperty("title").GetString() == "Moved to Relationship past its gate");
        marked.GetProperty("data").GetProperty("missing")[0].GetString().ShouldBe("touch");
    }

    [Fact]
    public async Task The_workspaces_own_names_are_shown_everywhere_and_read_and_codes_and_vocabularies_stay()
    {
        await Set(new { labels = new { lead = "Interessent", relationship = "Samtale" } });
        var id = await Create();
        await Touch(id);

        var moved = await Move(id, "SAMTALE");

        moved.GetProperty("to").GetString().ShouldBe("relationship");
        moved.GetProperty("toLabel").GetString().ShouldBe("Samtale");
        (await Card(id)).GetProperty("stageLabel").GetString().ShouldBe("Samtale");
        (await Get("/board")).GetProperty("columns")[0].GetProperty("label").GetString().ShouldBe("Interessent");
        (await Get("/board?vocabulary=sales"))
            .GetProperty("columns")[0]
            .GetProperty("label")
            .GetString()
            .ShouldBe("New");
        (await Get("/stages"))
            .EnumerateArray()
            .Select(stage => stage.GetProperty("label").GetString())
            .Take(3)
            .ShouldBe(["Interessent", "Samtale", "Invited"]);
        (await Get("/stages?vocabulary=flowstate"))[0].GetProperty("label").GetString().ShouldBe("Lead");
        (await Get("/stages/counts"))
            .EnumerateArray()
            .Single(count => count.GetProperty("label").GetString() == "Samtale")
            .GetProperty("count")
            .GetInt64()
            .ShouldBe(1);
        (await Get($"/{id}/timeline"))
            .EnumerateArray()
            .Select(entry => entry.GetProperty("title").GetString())
            .ShouldContain("Moved to Samtale");
        (await Refused($"/{id}/moves", new { to = "signedUp" }, HttpStatusCode.Conflict))
            .GetProperty("detail")
            .GetString()
            .ShouldBe("One step at a time: after Samtale comes Invited.");
        (await Move(id, "lead")).GetProperty("toLabel").GetString().ShouldBe("Interessent");
    }

    [Fact]
    public async Task Whoever_changes_them_says_which_version_they_saw()
    {
        var first = await Put("/pipeline-settings", new { gates = new { qualified = "off" } }, 0);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Task.FromResult(await Put("/pipeline-settings", new { }))).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionRequired
        );
        var stale = await Put("/pipeline-settings", new { labels = new { lead = "X" } }, 0)
            .Problem(HttpStatusCode.PreconditionFailed);
        stale.GetProperty("code").GetString().ShouldBe("contacts.stale-version");
        stale.GetProperty("current").GetProperty("gates").GetProperty("qualified").GetString().ShouldBe("off");
        (await Get("/pipeline-settings")).GetProperty("labels").GetProperty("lead").GetString().ShouldBe("Lead");
    }

    [Theory]
    [InlineData("""{"gates":{"lead":"off"}}""")]
    [InlineData("""{"gates":{"invited":"maybe"}}""")]
    [InlineData("""{"labels":{"nowhere":"X"}}""")]
    [InlineData("""{"labels":{"lead":"Invited"}}""")]
    [InlineData("""{"labels":{"lead":"A","invited":"a"}}""")]
    [InlineData("""{"labels":{"lead":"!!!"}}""")]
    [InlineData("""{"labels":{"lead":"12345678901234567890123456789012345678901"}}""")]
    public async Task Settings_that_cannot_be_are_refused(string body) =>
        (await Put("/pipeline-settings", JsonElement.Parse(body), 0).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "validation-failed"
        );

    [Fact]
    public async Task They_are_for_those_who_may_and_seen_by_everybody()
    {
        var rep = Harness.As(Me.Colleague() with { Permissions = [ContactsModule.Read, ContactsModule.Write] });

        (await Put("/pipeline-settings", new { }, 0, rep)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Put("/day-settings", new { inviteTarget = 1, followUpTarget = 1 }, 0, rep)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await Get("/pipeline-settings", rep))
            .GetProperty("gates")
            .GetProperty("invited")
            .GetString()
            .ShouldBe("strict");
    }

    private async Task Set(object body) =>
        (await Put("/pipeline-settings", body, 0)).StatusCode.ShouldBe(HttpStatusCode.OK);
}
