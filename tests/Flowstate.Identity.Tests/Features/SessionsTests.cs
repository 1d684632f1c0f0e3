using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class SessionsTests : IdentityTest
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_sees_where_they_are_signed_in_and_which_of_them_this_is()
    {
        var owner = await Owner();
        Host.Clock.Advance(TimeSpan.FromSeconds(5));
        var phone = Visitor();
        await phone.SignIn(Email, Password).Json();

        var sessions = await owner.Get("sessions").Data<JsonElement[]>();

        sessions.Select(session => session.GetProperty("current").GetBoolean()).ShouldBe([false, true]);
        sessions[0].GetProperty("remoteAddress").GetString().ShouldBe("127.0.0.1");
        (await phone.Get("sessions").Data<JsonElement[]>())[0].GetProperty("current").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_that_was_ended_elsewhere_is_refused_on_its_next_request()
    {
        var owner = await Owner();
        var phone = Visitor();
        await phone.SignIn(Email, Password).Json();
        await phone.Get("me").Json();

        using var ended = await owner.Delete($"sessions/{await IdOf(phone)}");

        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await phone.Get("me").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
        (await phone.Post("refresh").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
        await owner.Get("me").Json();
    }

    [Fact]
    public async Task Signing_out_ends_the_access_token_too()
    {
        var owner = await Owner();
        await owner.Get("me").Json();

        await owner.Post("sign-out");

        (await owner.Get("me").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
    }

    [Fact]
    public async Task A_stolen_refresh_token_ends_the_access_token_too()
    {
        var owner = await Owner();
        var thief = Visitor().WithCookieOf(owner);
        await owner.Post("refresh").Json();
        await owner.Get("me").Json();
        Host.Clock.Advance(TimeSpan.FromSeconds(11));

        await thief.Post("refresh").Problem(HttpStatusCode.Unauthorized);

        (await owner.Get("me").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
    }

    [Fact]
    public async Task All_others_end_at_once_and_this_one_stays()
    {
        var owner = await Owner();
        var others = new[] { Visitor(), Visitor() };
        foreach (var other in others)
        {
            await other.SignIn(Email, Password).Json();
            await other.Get("me").Json();
        }

        await owner.Delete("sessions");

        foreach (var other in others)
        {
            (await other.Get("me").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
        }

        (await owner.Get("sessions").Data<JsonElement[]>()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var owner = await Owner();
        var id = await IdOf(owner);
        await Second.Member(Host, "mira@nordlys.example", "rep");
        var mira = Visitor();
        await mira.SignIn("mira@nordlys.example", Password).Json();

        (await mira.Delete($"sessions/{id}").ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "identity.session-not-found"
        );

        await owner.Get("me").Json();
        (await mira.Get("sessions").Data<JsonElement[]>()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Open_addresses_stay_open_to_whoever_comes_with_an_ended_session()
    {
        var owner = await Owner();
        await owner.Post("sign-out");

        await owner.SignIn(Email, Password).Json();

        await owner.Get("me").Json();
    }

    [Fact]
    public async Task A_person_of_two_workspaces_switches_without_signing_in()
    {
        var owner = await Owner();
        var first = (await owner.Get("me").Json()).GetProperty("data").GetProperty("workspace").GetProperty("id");
        var second = await Second.Workspace(Host, Email, "Sydlys Team");
        var cookie = owner.Refresh;

        var mine = await owner.Get("workspaces/mine").Data<JsonElement[]>();
        mine.Select(one => one.GetProperty("name").GetString()).ShouldBe(["Nordlys Team", "Sydlys Team"]);
        mine.Select(one => one.GetProperty("current").GetBoolean()).ShouldBe([true, false]);
        var there = await owner.Post("sessions/switch", new { workspaceId = second }).Data<JsonElement>();

        there.GetProperty("me").GetProperty("workspace").GetProperty("name").GetString().ShouldBe("Sydlys Team");
        owner.Refresh.ShouldBe(cookie);
        (await owner.Get("members").Data<JsonElement[]>()).Length.ShouldBe(1);
        // Where one was last is where one comes back to, by the cookie and by signing in.
        (await Workspace(owner.Post("refresh"))).ShouldBe(second);
        (await Workspace(Visitor().SignIn(Email, Password))).ShouldBe(second);
        (await Workspace(owner.Post("sessions/switch", new { workspaceId = first }))).ShouldBe(first.GetGuid());
    }

    [Fact]
    public async Task With_an_idempotency_key_a_lost_right_is_lost_at_once_and_a_switch_works()
    {
        var owner = await Owner();
        var workspaceId = await Second.Workspace(Host, Email, "Sydlys Team");
        var id = await Second.Member(Host, "mira@nordlys.example", "admin");
        var mira = Visitor();
        await mira.SignIn("mira@nordlys.example", Password).Json();
        await mira.Get("invitations").Json();
        using var client = Host.Anonymous().WithToken(owner.AccessToken!);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "one");
        client.DefaultRequestHeaders.Add("If-Match", "\"1\"");

        await client.PatchAsJsonAsync($"/api/v1/identity/members/{id}", new { role = "viewer" }, Ct).Json();
        await mira.Get("invitations").Problem(HttpStatusCode.Forbidden);
        await client.PostAsJsonAsync("/api/v1/identity/sessions/switch", new { workspaceId }, Ct).Json();
    }

    [Fact]
    public async Task Nobody_switches_to_where_they_do_not_belong()
    {
        var owner = await Owner();
        var foreign = await Second.Workspace(Host, "eve@sydlys.example", "Sydlys Team");

        foreach (var workspaceId in new[] { foreign, Guid.CreateVersion7() })
        {
            (await owner.Post("sessions/switch", new { workspaceId }).ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
                "identity.workspace-not-found"
            );
        }

        (await owner.Get("me").Json()).GetProperty("data").GetProperty("role").GetString().ShouldBe("owner");
    }

    private static async Task<Guid> IdOf(Visitor visitor) =>
        (await visitor.Get("sessions").Data<JsonElement[]>())
            .Single(session => session.GetProperty("current").GetBoolean())
            .GetProperty("id")
            .GetGuid();

    private static async Task<Guid> Workspace(Task<HttpResponseMessage> signedIn) =>
        (await signedIn.Data<JsonElement>()).GetProperty("me").GetProperty("workspace").GetProperty("id").GetGuid();
}
