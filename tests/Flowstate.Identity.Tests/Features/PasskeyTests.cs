using System.Net;
using System.Text.Json;
using Flowstate.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Flowstate.Identity.Tests.Features;

public sealed class PasskeyTests : IdentityTest
{
    private const string Domain = "flowstate.example";
    private const string Page = "https://flowstate.example";

    public override async ValueTask InitializeAsync() =>
        Host = await ModuleHarness<IdentityModule>.Start(builder =>
        {
            builder.Configuration["Identity:AttemptsPerMinute"] = "1000";
            builder.Configuration["Identity:BcryptCost"] = "10";
            builder.Configuration["Identity:PasskeyDomain"] = Domain;
        });

    [Fact]
    public async Task A_device_that_was_registered_signs_its_owner_in()
    {
        var owner = await Owner();
        (
            await owner
                .Post("me/passkeys/options", new { password = "not my password" })
                .ProblemCode(HttpStatusCode.UnprocessableEntity)
        ).ShouldBe("identity.wrong-password");
        var device = new Device(Domain, Page) { Count = 1 };

        var asked = await Ask(owner);
        var options = asked.GetProperty("options");
        options.GetProperty("rp").GetProperty("id").GetString().ShouldBe(Domain);
        var chosen = options.GetProperty("authenticatorSelection");
        chosen.GetProperty("userVerification").GetString().ShouldBe("required");
        chosen.GetProperty("residentKey").GetString().ShouldBe("required");
        var added = await Add(owner, asked, device.Create(options)).Data<JsonElement>();
        added.GetProperty("name").GetString().ShouldBe("Phone");
        device.Count = 7;
        var visitor = Visitor();
        await SignIn(visitor, device).Json();

        (await visitor.Get("me").Data<JsonElement>()).GetProperty("email").GetString().ShouldBe(Email);
        new JsonWebToken(visitor.AccessToken)
            .Claims.Where(claim => claim.Type == "amr")
            .Select(claim => claim.Value)
            .ShouldBe(["pop", "user", "mfa"]);
        (await Host.Scalar<long>("select sign_count from identity.passkeys")).ShouldBe(7);
        var mine = (await owner.Get("me/passkeys").Data<JsonElement>()).GetProperty("passkeys");
        mine[0].GetProperty("lastUsedAt").ValueKind.ShouldBe(JsonValueKind.String);
        // The device is told not to make a second one.
        (await Ask(owner))
            .GetProperty("options")
            .GetProperty("excludeCredentials")
            .GetArrayLength()
            .ShouldBe(1);
    }

    [Fact]
    public async Task It_is_two_factors_and_asks_for_no_code()
    {
        var owner = await Owner();
        var device = await Registered(owner);
        await Phone.SetUp(owner, Host);

        await SignIn(Visitor(), device).Json();
    }

    [Fact]
    public async Task An_answer_is_taken_once_and_for_five_minutes()
    {
        var device = await Registered(await Owner());
        var asked = await Visitor().Post("sign-in/passkey/options").Data<JsonElement>();
        var answer = device.Sign(asked.GetProperty("options"));

        var at_once = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SignIn(Visitor(), asked, answer)));

        at_once.Count(response => response.IsSuccessStatusCode).ShouldBe(1);
        await Refused(SignIn(Visitor(), asked, answer));
        // The same signature for another question.
        await Refused(SignIn(Visitor(), await Visitor().Post("sign-in/passkey/options").Data<JsonElement>(), answer));
        var late = await Visitor().Post("sign-in/passkey/options").Data<JsonElement>();
        Host.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        await Refused(SignIn(Visitor(), late, device.Sign(late.GetProperty("options"))));
    }

    [Fact]
    public async Task A_count_that_does_not_grow_means_a_copy_and_is_refused()
    {
        var device = await Registered(await Owner(), count: 5);
        device.Count = 6;
        await SignIn(Visitor(), device).Json();

        await Refused(SignIn(Visitor(), device));
        device.Count = 4;
        await Refused(SignIn(Visitor(), device));
        device.Count = 7;
        await SignIn(Visitor(), device).Json();
    }

    [Theory]
    [InlineData("https://flowstate.example.evil.example")]
    [InlineData("https://notflowstate.example")]
    [InlineData("http://flowstate.example")]
    [InlineData("https://evil.example")]
    [InlineData("")]
    public async Task Another_page_registers_nothing_and_signs_nobody_in(string origin)
    {
        var owner = await Owner();
        var device = await Registered(owner);
        device.Origin = origin;
        var other = new Device(Domain, origin);

        await Refused(SignIn(Visitor(), device));
        var asked = await Ask(owner);
        (
            await Add(owner, asked, other.Create(asked.GetProperty("options")))
                .ProblemCode(HttpStatusCode.UnprocessableEntity)
        ).ShouldBe("identity.passkey-refused");
        device.Origin = "https://app.flowstate.example";
        await SignIn(Visitor(), device).Json();
    }

    [Fact]
    public async Task A_key_of_another_domain_and_one_without_finger_or_pin_are_refused()
    {
        var owner = await Owner();
        var device = await Registered(owner);
        device.Verifies = false;

        await Refused(SignIn(Visitor(), device));
        foreach (
            var bad in new[]
            {
                new Device("evil.example", Page),
                new Device(Domain, Page) { Verifies = false },
            }
        )
        {
            var asked = await Ask(owner);
            await Add(owner, asked, bad.Create(asked.GetProperty("options")))
                .Problem(HttpStatusCode.UnprocessableEntity);
        }

        (await Host.Scalar<long>("select count(*) from identity.passkeys")).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_gets_in_as_somebody_else()
    {
        var owner = await Owner();
        var hers = await Registered(owner);
        await Second.Member(Host, "tom@nordlys.example", "rep");
        var tom = Visitor();
        await tom.SignIn("tom@nordlys.example", Password).Json();
        var his = await Registered(tom);

        var asked = await Ask(owner);
        await Add(tom, asked, new Device(Domain, Page).Create(asked.GetProperty("options")))
            .Problem(HttpStatusCode.UnprocessableEntity);
        his.Claim(hers);
        await Refused(SignIn(Visitor(), his));
        var stranger = new Device(Domain, Page);
        stranger.Claim(hers);
        await Refused(SignIn(Visitor(), stranger));
        var id = await Host.Scalar<Guid>(
            "select p.id from identity.passkeys p join identity.users u on u.id = p.user_id where u.email like 'ana%'"
        );
        (await tom.Delete($"me/passkeys/{id}").ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "identity.passkey-not-found"
        );
        await SignIn(Visitor(), hers).Json();
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing_and_ends_what_it_opened()
    {
        var owner = await Owner();
        var device = await Registered(owner);
        var phone = Visitor();
        await SignIn(phone, device).Json();
        var mine = await owner.Get("me/passkeys").Data<JsonElement>();

        using var removed = await owner.Delete(
            $"me/passkeys/{mine.GetProperty("passkeys")[0].GetProperty("id").GetString()}"
        );

        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Refused(SignIn(Visitor(), device));
        await phone.Get("me").Problem(HttpStatusCode.Unauthorized);
        await owner.Get("me").Json();
    }

    private static Task<JsonElement> Ask(Visitor visitor) =>
        visitor.Post("me/passkeys/options", new { password = Password }).Data<JsonElement>();

    private static Task<HttpResponseMessage> Add(Visitor visitor, JsonElement asked, object credential) =>
        visitor.Post(
            "me/passkeys",
            new
            {
                challenge = asked.GetProperty("challenge"),
                credential,
                name = " Phone ",
            }
        );

    private static async Task<Device> Registered(Visitor visitor, uint count = 0)
    {
        var device = new Device(Domain, Page) { Count = count };
        var asked = await Ask(visitor);
        await Add(visitor, asked, device.Create(asked.GetProperty("options"))).Json();
        return device;
    }

    private async Task<HttpResponseMessage> SignIn(Visitor visitor, Device device)
    {
        var asked = await Visitor().Post("sign-in/passkey/options").Data<JsonElement>();
        return await SignIn(visitor, asked, device.Sign(asked.GetProperty("options")));
    }

    private static Task<HttpResponseMessage> SignIn(Visitor visitor, JsonElement asked, object credential) =>
        visitor.Post("sign-in/passkey", new { challenge = asked.GetProperty("challenge"), credential });

    private static async Task Refused(Task<HttpResponseMessage> signIn) =>
        (await signIn.ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.passkey-refused");
}
