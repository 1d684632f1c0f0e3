using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

/// <summary>Who came in, who failed to, and what was changed about people, as the owner reads it afterwards.</summary>
public sealed class AuditTests : IdentityTest
{
    [Fact]
    public async Task A_sign_in_that_failed_is_in_the_log_of_the_persons_workspace()
    {
        var owner = await Owner();
        await Visitor().SignIn(Email, "not my password").Problem(HttpStatusCode.Unauthorized);
        await Visitor().SignIn("nobody@nordlys.example", "not my password").Problem(HttpStatusCode.Unauthorized);

        var failed = await Log(owner, "action=sign-in-failed");

        failed.Count.ShouldBe(1);
        failed[0].GetProperty("changes").GetProperty("waits").GetBoolean().ShouldBeFalse();
        (
            await Host.Scalar<long>(
                $"select count(*) from identity.audit where action = 'sign-in-failed' and workspace_id = '{Guid.Empty}'"
            )
        ).ShouldBe(1, "an address that nobody has costs the same entry, in nobody's log");
    }

    [Fact]
    public async Task A_sign_in_and_its_end_are_in_the_log()
    {
        var owner = await Owner();
        var phone = Visitor();
        await phone.SignIn(Email, Password).Json();
        (await phone.Post("sign-out")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var log = await Log(owner, "subject=sessions");

        log.Select(entry => entry.GetProperty("action").GetString()).ShouldBe(["update", "insert", "insert"]);
        log[0].GetProperty("changes").GetProperty("ended_because")[1].GetString().ShouldBe("signed-out");
        log.ShouldAllBe(entry => !entry.GetProperty("changes").GetRawText().Contains("rotation_key"));
    }

    [Fact]
    public async Task A_changed_password_is_told_without_it()
    {
        var owner = await Owner();
        await owner.Post("me/password", new { current = Password, @new = "an even longer walk by the sea" });

        var entry = (await Log(owner, "subject=users&action=update")).Single();

        entry.GetProperty("changes").GetProperty("password_hash").GetString().ShouldBe("changed");
        (await Host.Scalar<long>("select count(*) from identity.audit where changes::text like '%$2a$%'")).ShouldBe(0);
    }

    [Fact]
    public async Task What_a_member_may_not_do_is_in_the_log()
    {
        var owner = await Owner();
        var me = await owner.Get("me").Data<JsonElement>();
        using var viewer = Host.As(
            new TestMember(me.GetProperty("workspace").GetProperty("id").GetGuid(), Guid.CreateVersion7(), "viewer")
            {
                Permissions = ["identity.read"],
            }
        );
        await viewer
            .PostAsync("/api/v1/identity/replay", null, TestContext.Current.CancellationToken)
            .Problem(HttpStatusCode.Forbidden);

        var refused = (await Log(owner, "action=refused")).Single();

        refused.GetProperty("subjectId").GetString().ShouldBe("ReplayWorkspace");
        refused.GetProperty("changes").GetProperty("path").GetString().ShouldBe("/api/v1/identity/replay");
    }

    [Fact]
    public async Task An_export_holds_the_log_without_formulas_and_is_in_it_afterwards()
    {
        var owner = await Owner();
        using var api = Host.Anonymous().WithToken(owner.AccessToken!);

        var csv = await api.GetStringAsync(
            "/api/v1/platform/audit/export?subject=workspaces",
            TestContext.Current.CancellationToken
        );

        csv.Split("\r\n")[0].ShouldBe("at,module,member,action,subject,subject id,changes,request,key");
        csv.ShouldContain("Nordlys Team");
        (await Log(owner, "action=exported")).Single().GetProperty("subject").GetString().ShouldBe("audit");
    }

    private async Task<List<JsonElement>> Log(Visitor reader, string query)
    {
        using var api = Host.Anonymous().WithToken(reader.AccessToken!);
        return [.. (await api.GetAsync($"/api/v1/platform/audit?{query}").Data<JsonElement>()).EnumerateArray()];
    }
}
