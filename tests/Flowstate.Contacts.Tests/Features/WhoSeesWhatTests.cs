using System.Net;
using System.Net.Http.Json;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public class WhoSeesWhatTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task A_rep_sees_their_own_contacts_and_owners_and_admins_see_all()
    {
        var rep = Me.Colleague();
        var his = await Create(new { firstName = "Hisfriend" }, Harness.As(rep));
        var mine = await Create(new { firstName = "Myfriend" });

        (await Rows("/", Harness.As(rep))).ShouldBe([his]);
        (await Rows("/?search=friend", Harness.As(rep))).ShouldBe([his]);
        (await Rows("/board/lead", Harness.As(rep))).ShouldBe([his]);
        (await Get("/board", Harness.As(rep))).GetProperty("columns")[0].GetProperty("count").GetInt64().ShouldBe(1);
        (await Rows("/", Harness.As(Me.Colleague("leader")))).ShouldBeEmpty();
        (await Rows("/", Harness.As(Me.Colleague("system")))).ShouldBeEmpty("a role may have any name");
        (await Rows("/", Harness.As(Me.Colleague("admin")))).ShouldBe([mine, his], ignoreOrder: true);
    }

    [Fact]
    public async Task What_belongs_to_another_rep_or_workspace_does_not_exist_whatever_is_asked_and_stays_as_it_was()
    {
        var id = await Create();
        var due = (await Post($"/{id}/follow-ups", new { title = "Call", dueAt = Now })).GetProperty("id").GetGuid();

        foreach (var stranger in new[] { Harness.As(TestMember.New()), Harness.As(Me.Colleague()) })
        {
            foreach (var path in new[] { $"/{id}", $"/{id}/timeline" })
            {
                (await stranger.GetAsync(Root + path, Ct).ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
                    "contacts.not-found"
                );
            }

            (string Path, object Body)[] posts =
            [
                ($"/{id}/touches", new { channel = "call" }),
                ($"/{id}/facts", new { eventId = "x", type = "NO_SHOW" }),
                ($"/{id}/follow-ups", new { title = "x", dueAt = Now }),
                ($"/{id}/follow-ups/{due}/complete", new { }),
                ($"/{id}/follow-ups/{due}/snooze", new { until = Now.AddDays(1) }),
                ($"/{id}/moves", new { to = "nurture" }),
                ($"/{id}/restore", new { }),
            ];
            foreach (var (path, body) in posts)
            {
                (await Refused(path, body, HttpStatusCode.NotFound, stranger))
                    .GetProperty("code")
                    .GetString()
                    .ShouldBe("contacts.not-found", path);
            }

            (await stranger.DeleteAsync($"{Root}/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            foreach (var path in new[] { $"/{id}", $"/{id}/qualification" })
            {
                (await Put(path, new { firstName = "Stolen" }, 1, stranger)).StatusCode.ShouldBe(
                    HttpStatusCode.NotFound
                );
            }
        }

        var card = await Card(id);
        card.GetProperty("version").GetInt64().ShouldBe(1);
        card.GetProperty("stage").GetString().ShouldBe("lead");
        card.GetProperty("followUps").GetArrayLength().ShouldBe(1);
        (await Get($"/{id}/timeline")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Each_right_opens_its_own_door_only()
    {
        var viewer = Harness.As(Me with { Permissions = ["contacts.read"] });
        var nobody = Harness.As(Me with { Permissions = [] });
        var id = await Create();

        (await viewer.GetAsync($"{Root}/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[] { "/", $"/{id}/touches", $"/{id}/facts", $"/{id}/moves", "/replay" })
        {
            (await viewer.PostAsJsonAsync(Root + path, new { firstName = "A" }, Ct)).StatusCode.ShouldBe(
                HttpStatusCode.Forbidden,
                path
            );
        }

        foreach (var path in new[] { "/", $"/{id}", "/board", "/daily-progress", "/cadence", "/stages" })
        {
            (await nobody.GetAsync(Root + path, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            (await Harness.Anonymous().GetAsync(Root + path, Ct)).StatusCode.ShouldBe(
                HttpStatusCode.Unauthorized,
                path
            );
        }
    }

    private async Task<Guid[]> Rows(string path, HttpClient by) =>
        [.. (await Get(path, by)).EnumerateArray().Select(row => row.GetProperty("id").GetGuid())];
}
