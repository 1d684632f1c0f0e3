using System.Net;
using System.Text.Json;
using Flowstate.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Flowstate.Identity.Tests.Features;

public sealed class SecondFactorSignInTests : SecondFactorTest
{
    [Fact]
    public async Task The_password_alone_opens_no_session()
    {
        var (phone, _) = await Phone.SetUp(await Owner(), Host);
        var visitor = Visitor();

        var asked = await visitor.SignIn(Email, Password).Data<JsonElement>();

        asked.EnumerateObject().Select(member => member.Name).ShouldBe(["secondFactor"]);
        var pending = asked.GetProperty("secondFactor");
        pending.GetProperty("methods").Deserialize<string[]>().ShouldBe(["totp", "recovery-code"]);
        (visitor.AccessToken, visitor.Refresh).ShouldBe((null, null));
        (await Host.Scalar<long>("select count(*) from identity.sessions")).ShouldBe(1);
        await Answer(visitor, pending.GetProperty("challenge").GetString()!, phone.Code()).Json();
        await visitor.Get("me").Json();
        Amr(visitor).ShouldBe(["pwd", "otp", "mfa"]);
        await visitor.Post("refresh").Json();
        Amr(visitor).ShouldBe(["pwd", "otp", "mfa"]);
    }

    [Fact]
    public async Task Whoever_has_none_signs_in_as_before_and_a_wrong_password_tells_nothing()
    {
        await Phone.SetUp(await Owner(), Host);
        await Second.Member(Host, "tom@nordlys.example", "rep");
        var tom = Visitor();

        var signedIn = await tom.SignIn("tom@nordlys.example", Password).Data<JsonElement>();

        signedIn.EnumerateObject().Select(member => member.Name).ShouldBe(["accessToken", "expiresInSeconds", "me"]);
        Amr(tom).ShouldBe(["pwd"]);
        var answers = new List<string>();
        foreach (var email in new[] { Email, "tom@nordlys.example", "nobody@nordlys.example" })
        {
            var problem = await Visitor().SignIn(email, "not my password").Problem(HttpStatusCode.Unauthorized);
            answers.Add($"{problem.GetProperty("code")} {problem.GetProperty("detail")}");
        }

        answers.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_code_counts_half_a_minute_early_or_late_and_once()
    {
        var (phone, _) = await Phone.SetUp(await Owner(), Host);
        Host.Clock.Advance(TimeSpan.FromMinutes(2));

        await Refused(phone.Code(-2));
        await Refused(phone.Code(2));
        await Answer(Visitor(), await Challenge(), phone.Code(-1)).Json();
        await Refused(phone.Code(-1));
        await Answer(Visitor(), await Challenge(), phone.Code(1)).Json();
        // What is older than a code that was taken is spent with it.
        await Refused(phone.Code());
    }

    [Fact]
    public async Task Of_many_who_come_with_one_code_at_once_one_gets_in()
    {
        var (phone, codes) = await Phone.SetUp(await Owner(), Host);
        foreach (var code in new[] { phone.Code(), codes[3] })
        {
            var challenges = new List<string>();
            for (var one = 0; one < 6; one++)
            {
                challenges.Add(await Challenge());
            }

            var answers = await Task.WhenAll(challenges.Select(challenge => Answer(Visitor(), challenge, code)));

            answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_challenge_opens_one_session_within_five_minutes_and_five_tries()
    {
        var (phone, codes) = await Phone.SetUp(await Owner(), Host);
        var used = await Challenge();
        await Answer(Visitor(), used, codes[0]).Json();
        await Spent(used, codes[1]);

        var tried = await Challenge();
        for (var wrong = 0; wrong < 5; wrong++)
        {
            await Answer(Visitor(), tried, "000000").Problem(HttpStatusCode.UnprocessableEntity);
        }

        await Spent(tried, phone.Code());
        var old = await Challenge();
        Host.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        await Spent(old, phone.Code());
        await Spent("no-challenge", phone.Code());
        (await Host.Scalar<bool>("select bool_and(octet_length(hash) = 32) from identity.challenges")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_challenge_is_good_for_its_own_person_s_codes_only()
    {
        await Phone.SetUp(await Owner(), Host);
        await Second.Member(Host, "tom@nordlys.example", "rep");
        var tom = Visitor();
        await tom.SignIn("tom@nordlys.example", Password).Json();
        var (phone, codes) = await Phone.SetUp(tom, Host);

        var challenge = await Challenge();
        await Answer(Visitor(), challenge, phone.Code()).Problem(HttpStatusCode.UnprocessableEntity);
        await Answer(Visitor(), challenge, codes[0]).Problem(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Wrong_codes_make_the_address_wait_and_the_right_password_does_not_lift_it()
    {
        var (phone, _) = await Phone.SetUp(await Owner(), Host);
        for (var wrong = 0; wrong < 10; wrong++)
        {
            await Refused("000000");
        }

        await Visitor().SignIn(Email, Password).Problem(HttpStatusCode.Unauthorized);
        Host.Clock.Advance(TimeSpan.FromSeconds(61));
        var challenge = await Challenge();
        await Answer(Visitor(), challenge, "000000").Problem(HttpStatusCode.UnprocessableEntity);
        // Waiting again: the right code gets the words of a wrong one, and is not spent by it.
        await Answer(Visitor(), challenge, phone.Code()).Problem(HttpStatusCode.UnprocessableEntity);
        Host.Clock.Advance(TimeSpan.FromSeconds(121));
        await Answer(Visitor(), await Challenge(), phone.Code()).Json();
        (await Host.Scalar<long>("select count(*) from identity.failed_sign_ins")).ShouldBe(0);
    }

    private async Task Refused(string code) =>
        (await Answer(Visitor(), await Challenge(), code).ProblemCode(HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "identity.wrong-code"
        );

    private async Task Spent(string challenge, string code) =>
        (await Answer(Visitor(), challenge, code).ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe(
            "identity.challenge-spent"
        );

    private static string[] Amr(Visitor visitor) =>
        [
            .. new JsonWebToken(visitor.AccessToken)
                .Claims.Where(claim => claim.Type == "amr")
                .Select(claim => claim.Value),
        ];
}
