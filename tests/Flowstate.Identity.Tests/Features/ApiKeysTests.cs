using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class ApiKeysTests : IdentityTest
{
    private const string Mira = "mira@nordlys.example";

    [Fact]
    public async Task A_key_is_made_used_listed_and_revoked_at_once()
    {
        var owner = await Owner();

        var (id, secret) = await owner.NewKey();

        Regex
            .IsMatch(secret, @"\Afsk_[a-z0-9]{8}_[A-Za-z0-9_\-]{64}\z", RegexOptions.None, TimeSpan.FromSeconds(1))
            .ShouldBeTrue();
        var program = Programs.Program(Host.Address, secret);
        (await program.Get("members").Data<JsonElement[]>()).Length.ShouldBe(1);
        var listed = (await owner.Get("api-keys").Data<JsonElement[]>()).Single();
        listed.GetProperty("prefix").GetString().ShouldBe(secret[4..12]);
        listed.GetProperty("ownerName").GetString().ShouldBe("Ana Lindqvist");
        listed.GetProperty("scopes").Deserialize<string[]>().ShouldBe(Programs.Reading);
        var lifetime = listed.GetProperty("expiresAt").GetDateTimeOffset() - Host.Clock.GetUtcNow();
        // The database keeps microseconds.
        Math.Round(lifetime.TotalDays, 6).ShouldBe(365);
        using var revoked = await owner.Delete($"api-keys/{id}");
        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await program.Refused("identity.key-revoked");
        (await owner.Delete($"api-keys/{id}").ProblemCode(HttpStatusCode.NotFound)).ShouldBe("identity.key-not-found");
        var kept = (await owner.Get("api-keys").Data<JsonElement[]>()).Single();
        kept.GetProperty("revokedAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task A_key_does_what_its_scopes_say_and_no_more()
    {
        var owner = await Owner();
        var program = Programs.Program(Host.Address, (await owner.NewKey()).Secret);

        await program.Get("members").Json();

        // The member may; the key was not given it.
        (await program.Get("invitations").ProblemCode(HttpStatusCode.Forbidden)).ShouldBe("forbidden");
        await owner.Get("invitations").Json();
    }

    [Theory]
    [InlineData("identity.manage", HttpStatusCode.UnprocessableEntity, "identity.not-for-keys")]
    [InlineData("identity.api-keys", HttpStatusCode.UnprocessableEntity, "identity.not-for-keys")]
    [InlineData("platform.admin", HttpStatusCode.UnprocessableEntity, "identity.not-for-keys")]
    [InlineData("platform.audit", HttpStatusCode.UnprocessableEntity, "identity.not-for-keys")]
    [InlineData("identity.everything", HttpStatusCode.UnprocessableEntity, "identity.unknown-permission")]
    public async Task Some_rights_stay_with_people(string scope, HttpStatusCode status, string code)
    {
        var owner = await Owner();

        (
            await owner
                .Post("api-keys", new { name = "Bookings", scopes = new[] { "identity.read", scope } })
                .ProblemCode(status)
        ).ShouldBe(code);
        (await owner.Get("api-keys").Data<JsonElement[]>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_gives_a_key_what_they_do_not_have_themselves()
    {
        var owner = await Owner();
        await owner
            .Post("roles", new { name = "integrator", permissions = new[] { "identity.api-keys" } })
            .Json(HttpStatusCode.Created);
        var mira = await Member("integrator");

        (
            await mira.Post("api-keys", new { name = "Bookings", scopes = Programs.Reading })
                .ProblemCode(HttpStatusCode.Forbidden)
        ).ShouldBe("identity.not-yours-to-grant");
    }

    [Theory]
    [InlineData("rep", HttpStatusCode.Created)]
    [InlineData("leader", HttpStatusCode.Created)]
    [InlineData("admin", HttpStatusCode.Created)]
    [InlineData("viewer", HttpStatusCode.Forbidden)]
    public async Task Who_works_here_makes_keys_and_who_watches_does_not(string role, HttpStatusCode expected)
    {
        await Owner();
        var mira = await Member(role);

        using var answer = await mira.Post("api-keys", new { name = "Bookings", scopes = Programs.Reading });

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_rep_sees_and_revokes_own_keys_and_who_manages_members_all()
    {
        var owner = await Owner();
        var (owners, _) = await owner.NewKey();
        var mira = await Member("rep");
        var (miras, secret) = await mira.NewKey();

        (await mira.Get("api-keys").Data<JsonElement[]>()).Single().GetProperty("id").GetGuid().ShouldBe(miras);
        (await mira.Delete($"api-keys/{owners}").ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "identity.key-not-found"
        );
        (await owner.Get("api-keys").Data<JsonElement[]>())
            .Select(key => key.GetProperty("id").GetGuid())
            .ShouldBe([owners, miras], ignoreOrder: true);
        using var revoked = await owner.Delete($"api-keys/{miras}");
        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Programs.Program(Host.Address, secret).Refused("identity.key-revoked");
    }

    [Fact]
    public async Task A_member_has_twenty_keys_at_most_also_in_a_race()
    {
        var owner = await Owner();
        for (var number = 0; number < 18; number++)
        {
            await owner.NewKey();
        }

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => owner.Post("api-keys", new { name = "Bookings", scopes = Programs.Reading }))
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(2);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(4);
        var listed = await owner.Get("api-keys").Data<JsonElement[]>();
        await owner.Delete($"api-keys/{listed[0].GetProperty("id").GetGuid()}");
        await owner.NewKey();
    }

    [Theory]
    [InlineData("", 1, "identity.read")]
    [InlineData("Bookings", 0, "identity.read")]
    [InlineData("Bookings", 731, "identity.read")]
    [InlineData("Bookings", 1, null)]
    public async Task What_a_key_is_for_is_said_in_full(string name, int expiresInDays, string? scope)
    {
        var owner = await Owner();
        string[] scopes = scope is null ? [] : [scope];

        (
            await owner
                .Post(
                    "api-keys",
                    new
                    {
                        name,
                        scopes,
                        expiresInDays,
                    }
                )
                .ProblemCode(HttpStatusCode.BadRequest)
        ).ShouldBe("validation-failed");
    }

    private async Task<Visitor> Member(string role)
    {
        await Second.Member(Host, Mira, role);
        var mira = Visitor();
        await mira.SignIn(Mira, Password).Json();
        return mira;
    }
}
