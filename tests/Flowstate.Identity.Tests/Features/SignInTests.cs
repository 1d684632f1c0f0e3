using System.Net;
using Flowstate.Testing;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Flowstate.Identity.Tests.Features;

public sealed class SignInTests : IdentityTest
{
    [Fact]
    public async Task A_member_signs_in_however_the_address_is_typed()
    {
        await Owner();
        var visitor = Visitor();

        var session = (await visitor.SignIn("  Ana@NORDLYS.example ", Password).Json()).GetProperty("data");

        session.GetProperty("me").GetProperty("email").GetString().ShouldBe(Email);
        (await visitor.Get("me").Json()).GetProperty("status").GetInt32().ShouldBe(200);
    }

    [Theory]
    [InlineData("sign-in")]
    [InlineData("sign-in/second-factor")]
    [InlineData("sign-in/passkey")]
    public async Task An_invitation_that_no_link_can_hold_is_bad_input(string path)
    {
        await Owner();
        foreach (var invitation in new[] { "", new string('x', 201) })
        {
            var refused = await Visitor()
                .Post(
                    path,
                    new
                    {
                        email = Email,
                        password = Password,
                        challenge = "asked",
                        code = "123456",
                        credential = new { },
                        invitation,
                    }
                )
                .Problem(HttpStatusCode.BadRequest);

            refused.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe("invitation");
        }
    }

    [Theory]
    [InlineData("AttemptsPerMinute", "0")]
    [InlineData("AttemptsPerMinute", "2147483647")]
    [InlineData("NewKeysPerMinute", "0")]
    [InlineData("InvitationsPerDay", "-1")]
    public Task A_host_whose_limits_let_nobody_in_does_not_start(string setting, string value) =>
        Should.ThrowAsync<OptionsValidationException>(async () =>
        {
            await using var _ = await ModuleHarness<IdentityModule>.Start(builder =>
                builder.Configuration[$"Identity:{setting}"] = value
            );
        });

    [Fact]
    public async Task The_access_token_says_who_where_and_what_is_allowed_for_fifteen_minutes()
    {
        var owner = await Owner();
        var me = (await owner.Get("me").Json()).GetProperty("data");

        var token = new JsonWebToken(owner.AccessToken);

        token.Alg.ShouldBe("ES256");
        token.Issuer.ShouldBe("flowstate");
        token.Audiences.ShouldBe(["flowstate"]);
        (token.ValidTo - token.ValidFrom).ShouldBe(TimeSpan.FromMinutes(15));
        token.Subject.ShouldBe(me.GetProperty("id").GetString());
        token.GetClaim("ws").Value.ShouldBe(me.GetProperty("workspace").GetProperty("id").GetString());
        token.GetClaim("name").Value.ShouldBe("Ana Lindqvist");
        token.GetClaim("role").Value.ShouldBe("owner");
        token.GetClaim("tz").Value.ShouldBe("Europe/Oslo");
        token.Id.ShouldNotBeNullOrEmpty();
        token
            .Claims.Where(claim => claim.Type == "perm")
            .Select(claim => claim.Value)
            .ShouldBe(["identity.api-keys", "identity.manage", "identity.read", "platform.admin", "platform.audit"]);
    }

    [Fact]
    public async Task After_ten_attempts_in_a_minute_an_address_has_to_wait()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await Visitor().SignIn("", "x").Problem(HttpStatusCode.BadRequest);
        }

        using var refused = await Visitor().SignIn("", "x");
        (await Task.FromResult(refused).ProblemCode(HttpStatusCode.TooManyRequests)).ShouldBe(
            "identity.too-many-attempts"
        );

        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        // Somebody else behind the same address is not locked out with them.
        await Visitor().SignIn("other@nordlys.example", "").Problem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Trying_many_addresses_from_one_place_is_limited_too()
    {
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 101; attempt++)
        {
            using var answer = await Visitor().SignIn($"guess{attempt}@nordlys.example", "");
            statuses.Add(answer.StatusCode);
        }

        statuses.Count(status => status == HttpStatusCode.BadRequest).ShouldBe(100);
        statuses[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Many_at_once_all_get_their_answer()
    {
        await Owner();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Visitor().SignIn(Email, Password)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await Host.Scalar<long>("select count(*) from identity.sessions")).ShouldBe(7);
    }
}
