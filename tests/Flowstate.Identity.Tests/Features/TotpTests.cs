using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class TotpTests : SecondFactorTest
{
    [Fact]
    public async Task An_app_is_set_up_with_the_password_and_a_first_code()
    {
        var owner = await Owner();
        (
            await owner
                .Post("me/totp", new { password = "not my password" })
                .ProblemCode(HttpStatusCode.UnprocessableEntity)
        ).ShouldBe("identity.wrong-password");
        var started = await owner.Post("me/totp", new { password = Password }).Data<JsonElement>();
        var (secret, uri, picture) = (Text("secret"), Text("uri"), Text("qrCode"));

        secret.Length.ShouldBe(32);
        uri.ShouldStartWith("otpauth://totp/Flowstate:");
        uri.ShouldContain($"secret={secret}");
        uri.ShouldContain("issuer=Flowstate");
        picture.ShouldStartWith("<svg");
        picture.ShouldContain("viewBox");
        // Not asked for before it was confirmed.
        await Visitor().SignIn(Email, Password).Data<JsonElement>();
        (await State(owner)).GetProperty("totpSince").ValueKind.ShouldBe(JsonValueKind.Null);

        var (_, codes) = await Phone.SetUp(owner, Host);

        codes.Distinct().Count().ShouldBe(10);
        (await State(owner)).GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(10);
        (await State(owner)).GetProperty("totpSince").ValueKind.ShouldBe(JsonValueKind.String);
        (await owner.Post("me/totp", new { password = Password }).ProblemCode(HttpStatusCode.Conflict)).ShouldBe(
            "identity.second-factor-on"
        );

        string Text(string name) => started.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task A_wrong_first_code_confirms_nothing_and_a_new_secret_makes_the_old_app_useless()
    {
        var owner = await Owner();
        (await owner.Post("me/totp/confirm", new { code = "123456" }).ProblemCode(HttpStatusCode.Conflict)).ShouldBe(
            "identity.nothing-to-confirm"
        );
        var old = await Phone.Scan(owner, Host.Clock);
        var current = await Phone.Scan(owner, Host.Clock);

        foreach (var code in new[] { old.Code(), current.Code(-2), current.Code(2), "", "12345x" })
        {
            using var refused = await owner.Post("me/totp/confirm", new { code });
            refused.IsSuccessStatusCode.ShouldBeFalse(code);
        }

        await owner.Post("me/totp/confirm", new { code = current.Code(1) }).Json();
    }

    [Fact]
    public async Task The_database_holds_neither_the_secret_nor_a_recovery_code()
    {
        var owner = await Owner();
        var started = await owner.Post("me/totp", new { password = Password }).Data<JsonElement>();
        var (_, codes) = await Phone.SetUp(owner, Host);

        (await Host.Scalar<string>("select secret from identity.authenticators")).ShouldStartWith("v1:");
        var all = await Host.Scalar<string>(
            "select concat((select string_agg(a::text, ' ') from identity.audit a), (select string_agg(r::text, ' ') from identity.recovery_codes r))"
        );
        all.ShouldContain("authenticators");
        all.ShouldNotContain(started.GetProperty("secret").GetString()!);
        all.ShouldNotContain(await Host.Scalar<string>("select secret from identity.authenticators"));
        all.ShouldNotContain(codes[0]);
    }

    [Fact]
    public async Task Turning_it_on_and_off_ends_every_other_session()
    {
        var owner = await Owner();
        var desk = Visitor();
        await desk.SignIn(Email, Password).Json();
        await desk.Get("me").Json();

        var (phone, codes) = await Phone.SetUp(owner, Host);

        await Ended(desk);
        await owner.Get("me").Json();
        await Answer(desk, await Challenge(), phone.Code()).Json();
        await desk.Get("me").Json();
        var half = await Challenge();
        using var removed = await owner.Delete("me/totp", new { password = Password, code = codes[0] });
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await Ended(desk);
        await owner.Get("me").Json();
        (await Answer(desk, half, codes[1]).ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe(
            "identity.challenge-spent"
        );
        await desk.SignIn(Email, Password).Json();
        await desk.Get("me").Json();
        (await Host.Scalar<long>("select count(*) from identity.recovery_codes")).ShouldBe(0);
    }

    [Fact]
    public async Task It_goes_only_with_both_the_password_and_a_code()
    {
        var owner = await Owner();
        var (phone, _) = await Phone.SetUp(owner, Host);

        foreach (var (password, code) in new[] { (Password, "000000"), ("not my password", phone.Code()) })
        {
            using var refused = await owner.Delete("me/totp", new { password, code });
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        using var removed = await owner.Delete("me/totp", new { password = Password, code = phone.Code() });
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (
            await owner
                .Delete("me/totp", new { password = Password, code = phone.Code(1) })
                .ProblemCode(HttpStatusCode.Conflict)
        ).ShouldBe("identity.no-second-factor");
    }

    [Fact]
    public async Task A_new_list_of_recovery_codes_takes_the_old_one_s_place()
    {
        var owner = await Owner();
        var (phone, old) = await Phone.SetUp(owner, Host);
        (
            await owner
                .Post("me/recovery-codes", new { code = "000000" })
                .ProblemCode(HttpStatusCode.UnprocessableEntity)
        ).ShouldBe("identity.wrong-code");

        var renewed = await owner.Post("me/recovery-codes", new { code = phone.Code() }).Data<JsonElement>();

        var codes = renewed.GetProperty("recoveryCodes").Deserialize<string[]>()!;
        codes.Intersect(old).ShouldBeEmpty();
        // 5 bits a letter; 112 are asked for where a plain hash keeps them.
        codes.ShouldAllBe(code => code.Count(char.IsAsciiLetterOrDigit) * 5 >= 112);
        var challenge = await Challenge();
        await Answer(Visitor(), challenge, old[0]).Problem(HttpStatusCode.UnprocessableEntity);
        await Answer(Visitor(), challenge, codes[0].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal))
            .Json();
        (await State(owner)).GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(9);
    }

    [Fact]
    public async Task A_code_of_a_list_made_before_they_were_longer_still_opens_once()
    {
        await Phone.SetUp(await Owner(), Host);
        var hash = Convert.ToHexString(SHA256.HashData("abcdefghijklmnop"u8));
        await using (
            var add = Host.Owner.CreateCommand(
                $"insert into identity.recovery_codes (user_id, hash) select id, decode('{hash}', 'hex') from identity.users"
            )
        )
        {
            await add.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await Answer(Visitor(), await Challenge(), "abcd-efgh-ijkl-mnop").Json();

        await Answer(Visitor(), await Challenge(), "abcd-efgh-ijkl-mnop").Problem(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task Ended(Visitor visitor)
    {
        (await visitor.Get("me").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
        await visitor.Post("refresh").Problem(HttpStatusCode.Unauthorized);
    }
}
