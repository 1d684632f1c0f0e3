using System.Net;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class PasskeyRefusalTests : PasskeyTest
{
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
}
