using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class LockoutTests : IdentityTest
{
    private const string NewPassword = "another walk by the sea";

    public override async ValueTask InitializeAsync() =>
        // Only the account's own patience is looked at here.
        Host = await ModuleHarness<IdentityModule>.Start(builder =>
        {
            builder.Configuration["Identity:AttemptsPerMinute"] = "1000";
            builder.Configuration["Identity:BcryptCost"] = "10";
        });

    [Fact]
    public async Task After_ten_wrong_passwords_even_the_right_one_waits_in_the_same_words()
    {
        await Owner();
        var wrong = await Fail(Email, 10);

        var right = await Visitor().SignIn(Email, Password).Problem(HttpStatusCode.Unauthorized);

        Shown(right).ShouldBe(Shown(wrong));
        Host.Clock.Advance(TimeSpan.FromSeconds(61));
        await Visitor().SignIn(Email, Password).Json();
        // And then it begins anew.
        await Fail(Email, 9);
        await Visitor().SignIn(Email, Password).Json();
    }

    [Fact]
    public async Task The_wait_grows_to_a_quarter_of_an_hour_and_no_further()
    {
        await Owner();
        await Fail(Email, 10);
        foreach (var minutes in new[] { 1, 2, 4, 8, 15, 15 })
        {
            // What is tried meanwhile makes it no longer.
            await Fail(Email, 2);
            Host.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(2));
            await Visitor().SignIn(Email, Password).Problem(HttpStatusCode.Unauthorized);
            Host.Clock.Advance(TimeSpan.FromSeconds(3));
            await Fail(Email, 1);
        }
    }

    [Fact]
    public async Task An_address_that_nobody_has_waits_like_any_other()
    {
        await Owner();
        await Fail("nobody@nordlys.example", 10);
        await Fail(Email, 10);

        (
            await Host.Scalar<long>(
                "select count(distinct (count, waits_until - last_at)) from identity.failed_sign_ins where waits_until is not null"
            )
        ).ShouldBe(1);
        (await Host.Scalar<long>("select count(*) from identity.failed_sign_ins")).ShouldBe(2);
    }

    [Fact]
    public async Task A_reset_by_mail_lifts_the_wait()
    {
        var address = LetterBox.NewAddress();
        await Second.Workspace(Host, address, "Sydlys Team");
        await Fail(address, 10);
        await Visitor().SignIn(address, Password).Problem(HttpStatusCode.Unauthorized);
        await Visitor().Post("password/forgot", new { email = address }).Json(HttpStatusCode.Accepted);
        var token = LetterBox.SecretIn(await LetterBox.Wait(Host, address));

        await Visitor().Post("password/reset", new { token, password = NewPassword });

        await Visitor().SignIn(address, NewPassword).Json();
    }

    [Fact]
    public async Task Strangers_who_guess_do_not_keep_a_device_waiting_that_signed_in_before()
    {
        var owner = await Owner();
        await Second.Workspace(Host, "tom@sydlys.example", "Sydlys Team");
        var tom = Visitor();
        await tom.SignIn("tom@sydlys.example", Password).Json();
        await Fail(Email, 10);

        await Visitor().SignIn(Email, Password).Problem(HttpStatusCode.Unauthorized);
        (await tom.SignIn(Email, Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "his is another's");
        await owner.SignIn(Email, Password).Json();
    }

    [Fact]
    public async Task A_device_that_signed_in_before_waits_by_itself()
    {
        var owner = await Owner();
        await Fail(Email, 10, owner);

        await owner.SignIn(Email, Password).Problem(HttpStatusCode.Unauthorized);

        var desk = Visitor();
        await desk.SignIn(Email, Password).Json();
        desk.Device.ShouldNotBe(owner.Device);
    }

    [Fact]
    public async Task A_known_devices_sign_in_gives_strangers_no_new_tries()
    {
        var owner = await Owner();
        await Fail(Email, 10);

        await owner.SignIn(Email, Password).Json();

        await Visitor().SignIn(Email, Password).Problem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_reset_lifts_the_wait_of_a_known_device_too()
    {
        var address = LetterBox.NewAddress();
        await Second.Workspace(Host, address, "Sydlys Team");
        var desk = Visitor();
        await desk.SignIn(address, Password).Json();
        await Fail(address, 10, desk);
        await Visitor().Post("password/forgot", new { email = address }).Json(HttpStatusCode.Accepted);
        var token = LetterBox.SecretIn(await LetterBox.Wait(Host, address));

        await Visitor().Post("password/reset", new { token, password = NewPassword });

        await desk.SignIn(address, NewPassword).Json();
    }

    [Fact]
    public async Task A_changed_password_makes_other_devices_strangers_again()
    {
        var desk = await Owner();
        var phone = Visitor();
        await phone.SignIn(Email, Password).Json();
        using var changed = await desk.Post("me/password", new { current = Password, @new = NewPassword });
        changed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await desk.Post("refresh").Json();
        await Fail(Email, 10);

        await phone.SignIn(Email, NewPassword).Problem(HttpStatusCode.Unauthorized);
        await desk.SignIn(Email, NewPassword).Json();
    }

    private async Task<JsonElement> Fail(string email, int times, Visitor? with = null)
    {
        JsonElement last = default;
        for (var time = 0; time < times; time++)
        {
            last = await (with ?? Visitor()).SignIn(email, "not my password").Problem(HttpStatusCode.Unauthorized);
        }

        return last;
    }

    private static string[] Shown(JsonElement problem) =>
        [.. problem.EnumerateObject().Where(member => member.Name != "traceId").Select(member => $"{member}")];
}
