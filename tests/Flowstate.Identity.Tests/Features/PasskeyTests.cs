using System.Net;
using System.Text.Json;
using Flowstate.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Flowstate.Identity.Tests.Features;

public sealed class PasskeyTests : PasskeyTest
{
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
}
