using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

/// <summary>What a key may do is what is true now, on every host.</summary>
public sealed class ApiKeyStandingTests : IdentityTest
{
    private const string Mira = "mira@nordlys.example";

    [Fact]
    public async Task A_key_revoked_on_one_host_is_refused_by_the_other()
    {
        await using var hosts = await TwoHosts.Start();
        var owner = new Visitor(hosts.One);
        await owner.Post("setup", Setup).Json(HttpStatusCode.Created);
        var (id, secret) = await owner.NewKey();
        var program = Programs.Program(hosts.Other, secret);
        await program.Get("members").Json();
        await Task.Delay(200, TestContext.Current.CancellationToken);

        await owner.Delete($"api-keys/{id}");

        for (var patience = 0; patience < 20; patience++)
        {
            using var answer = await program.Get("members");
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                break;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        await program.Refused("identity.key-revoked");
    }

    [Fact]
    public async Task A_key_ends_on_its_day()
    {
        var owner = await Owner();
        var program = Programs.Program(Host.Address, (await owner.NewKey(expiresInDays: 30)).Secret);
        Host.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await program.Get("members").Json();

        Host.Clock.Advance(TimeSpan.FromSeconds(1));

        await program.Refused("identity.key-expired");
    }

    [Fact]
    public async Task A_key_loses_what_its_member_or_its_role_loses_and_gets_it_back()
    {
        var owner = await Owner();
        await owner
            .Post("roles", new { name = "integrator", permissions = new[] { "identity.api-keys", "identity.read" } })
            .Json(HttpStatusCode.Created);
        var id = await Second.Member(Host, Mira, "integrator");
        var program = await ProgramOfMira();
        await program.Get("members").Json();

        await owner.Put("roles/integrator", new { permissions = new[] { "identity.api-keys" } }).Json();
        (await program.Get("members").ProblemCode(HttpStatusCode.Forbidden)).ShouldBe("forbidden");

        await owner.Patch($"members/{id}", new { role = "rep" }, "\"1\"").Json();
        await program.Get("members").Json();
        await owner.Patch($"members/{id}", new { role = "integrator" }, "\"2\"").Json();
        await program.Get("members").Problem(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_disabled_members_key_is_refused_at_once()
    {
        var owner = await Owner();
        var id = await Second.Member(Host, Mira, "rep");
        var program = await ProgramOfMira();
        await program.Get("members").Json();

        await owner.Delete($"members/{id}");

        await program.Refused("identity.key-revoked");
        await owner.Post($"members/{id}/restore");
        await program.Get("members").Json();
    }

    [Fact]
    public async Task A_key_is_of_one_workspace()
    {
        var owner = await Owner();
        var (id, secret) = await owner.NewKey();
        const string tom = "tom@sydlys.example";
        var elsewhere = await Second.Workspace(Host, tom, "Sydlys Team");
        var other = Visitor();
        await other.SignIn(tom, Password).Json();

        (await other.Delete($"api-keys/{id}").ProblemCode(HttpStatusCode.NotFound)).ShouldBe("identity.key-not-found");
        (await other.Get("api-keys").Data<JsonElement[]>()).ShouldBeEmpty();
        var program = Programs.Program(Host.Address, secret);
        (await program.Get("members").Data<JsonElement[]>()).Length.ShouldBe(1);
        // With another workspace written into it, it is another secret, and looked for there.
        var body = System.Buffers.Text.Base64Url.DecodeFromChars(secret.AsSpan(13));
        elsewhere.TryWriteBytes(body, bigEndian: true, out _);
        await Programs
            .Program(Host.Address, secret[..13] + System.Buffers.Text.Base64Url.EncodeToString(body))
            .Refused("identity.key-unknown");
    }

    private async Task<Visitor> ProgramOfMira()
    {
        var mira = Visitor();
        await mira.SignIn(Mira, Password).Json();
        return Programs.Program(Host.Address, (await mira.NewKey()).Secret);
    }
}
