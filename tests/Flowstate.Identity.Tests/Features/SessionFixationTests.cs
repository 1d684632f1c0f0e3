using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

/// <summary>A cookie that lies there before a sign-in gives nothing of what comes after it.</summary>
public sealed class SessionFixationTests : PasskeyTest
{
    private const string Tom = "tom@nordlys.example";

    [Fact]
    public async Task A_cookie_that_somebody_made_up_is_never_the_session()
    {
        await Owner();
        var planted = System.Buffers.Text.Base64Url.EncodeToString(new byte[32]);
        var visitor = Visitor();
        visitor.Refresh = planted;

        await visitor.SignIn(Email, Password).Json();

        visitor.Refresh.ShouldNotBe(planted);
        await Ended(planted);
        await visitor.Post("refresh").Json();
    }

    [Theory]
    [InlineData("password")]
    [InlineData("second factor")]
    [InlineData("passkey")]
    public async Task A_planted_session_ends_when_its_victim_signs_in(string way)
    {
        var owner = await Owner();
        var signIn = await Way(way, owner);
        await Second.Member(Host, Tom, "rep");
        var tom = Visitor();
        await tom.SignIn(Tom, Password).Json();
        var (planted, toms) = (tom.Refresh!, await Sessions());
        var victim = Visitor().WithCookieOf(tom);

        await signIn(victim);

        victim.Refresh.ShouldNotBe(planted);
        (await Sessions()).ShouldBe(toms + 1);
        // Not its holder's any more either, with neither of its tokens.
        await Ended(planted);
        await tom.Get("me").Problem(HttpStatusCode.Unauthorized);
        var me = (await victim.Post("refresh").Json()).GetProperty("data").GetProperty("me");
        me.GetProperty("email").GetString().ShouldBe(Email);
    }

    [Fact]
    public async Task Signing_in_again_opens_a_new_family_and_ends_the_one_before_and_no_other()
    {
        var browser = await Owner();
        var phone = Visitor();
        await phone.SignIn(Email, Password).Json();
        var first = browser.Refresh!;
        // An earlier token of the family stands for it as well.
        await browser.Post("refresh").Json();
        var (used, token) = (browser.Refresh!, browser.AccessToken);
        var again = Visitor();
        again.Refresh = first;

        await again.SignIn(Email, Password).Json();

        again.Refresh.ShouldNotBe(used);
        await Ended(used);
        await Ended(first);
        (await again.Post("refresh").Json())
            .GetProperty("data")
            .GetProperty("accessToken")
            .GetString()
            .ShouldNotBe(token);
        await browser.Get("me").Problem(HttpStatusCode.Unauthorized);
        await phone.Post("refresh").Json();
    }

    [Fact]
    public async Task A_sign_in_that_fails_or_is_half_done_leaves_the_session_as_it_is()
    {
        var owner = await Owner();
        await Phone.SetUp(owner, Host);
        var attempt = Visitor().WithCookieOf(owner);

        await attempt.SignIn(Email, "not my password").Problem(HttpStatusCode.Unauthorized);
        await attempt.SignIn(Email, Password).Json();

        attempt.SetCookie.ShouldBeNull();
        await owner.Post("refresh").Json();
    }

    private async Task<Func<Visitor, Task>> Way(string way, Visitor owner)
    {
        switch (way)
        {
            case "passkey":
                var device = await Registered(owner);
                return visitor => SignIn(visitor, device).Json();
            case "second factor":
                var (phone, _) = await Phone.SetUp(owner, Host);
                Host.Clock.Advance(TimeSpan.FromMinutes(2));
                return async visitor =>
                {
                    var asked = await visitor.SignIn(Email, Password).Data<JsonElement>();
                    var challenge = asked.GetProperty("secondFactor").GetProperty("challenge").GetString();
                    await visitor.Post("sign-in/second-factor", new { challenge, code = phone.Code() }).Json();
                };
            default:
                return visitor => visitor.SignIn(Email, Password).Json();
        }
    }

    private Task<long> Sessions() => Host.Scalar<long>("select count(*) from identity.sessions");

    private async Task Ended(string refresh)
    {
        var visitor = Visitor();
        visitor.Refresh = refresh;
        (await visitor.Post("refresh").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
    }
}
