using System.Net;
using System.Text.Json;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class SignUpTests : IdentityTest
{
    public override async ValueTask InitializeAsync() =>
        Host = await ModuleHarness<IdentityModule>.Start(builder =>
        {
            builder.Configuration["Identity:OpenSignUp"] = "true";
            builder.Configuration["Identity:WebAddress"] = "https://crm.example/";
        });

    [Fact]
    public async Task Whoever_signs_up_has_a_workspace_once_the_address_is_confirmed()
    {
        var address = LetterBox.NewAddress();

        (await Visitor().Post("accounts", Wish(address)).Json(HttpStatusCode.Accepted))
            .GetProperty("data")
            .GetProperty("message")
            .GetString()
            .ShouldBe("Look into your mail.");

        var mail = await LetterBox.Wait(Host, address);
        mail.TextBody!.ShouldContain("https://crm.example/verify#");
        await Visitor().SignIn(address, Password).Problem(HttpStatusCode.Unauthorized);
        using var verified = await Visitor().Post("accounts/verify", new { token = LetterBox.SecretIn(mail) });
        verified.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var me = (await Visitor().SignIn(address, Password).Json()).GetProperty("data").GetProperty("me");
        me.GetProperty("role").GetString().ShouldBe("owner");
        me.GetProperty("workspace").GetProperty("name").GetString().ShouldBe("Mira's Team");
        (await Host.Told.Wait<WorkspaceCreated>()).Single().Name.ShouldBe("Mira's Team");
    }

    [Fact]
    public async Task A_link_works_once_and_not_after_a_day()
    {
        var (address, late) = (LetterBox.NewAddress(), LetterBox.NewAddress());
        await Visitor().Post("accounts", Wish(address)).Json(HttpStatusCode.Accepted);
        await Visitor().Post("accounts", Wish(late)).Json(HttpStatusCode.Accepted);
        var token = LetterBox.SecretIn(await LetterBox.Wait(Host, address));
        var old = LetterBox.SecretIn(await LetterBox.Wait(Host, late));

        var clicks = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Visitor().Post("accounts/verify", new { token }))
        );
        Host.Clock.Advance(TimeSpan.FromHours(25));

        clicks.Count(click => click.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
        clicks.Count(click => click.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(3);
        foreach (var spent in new[] { token, old, "nonsense", new string('A', 43) })
        {
            (
                await Visitor()
                    .Post("accounts/verify", new { token = spent })
                    .ProblemCode(HttpStatusCode.UnprocessableEntity)
            ).ShouldBe("identity.link-spent");
        }

        (await Host.Scalar<long>("select count(*) from identity.users")).ShouldBe(1);
    }

    [Fact]
    public async Task A_taken_address_is_answered_the_same_and_told_by_mail()
    {
        var address = LetterBox.NewAddress();
        await Second.Workspace(Host, address, "Sydlys Team");

        var answer = await Visitor().Post("accounts", Wish(address)).Json(HttpStatusCode.Accepted);

        var free = await Visitor().Post("accounts", Wish(LetterBox.NewAddress())).Json(HttpStatusCode.Accepted);
        answer.GetRawText().ShouldBe(free.GetRawText());
        (await LetterBox.Wait(Host, address)).Subject.ShouldBe("You have an account already");
        await Visitor().SignIn(address, Password).Json();
        (await Host.Scalar<long>("select count(*) from identity.workspaces")).ShouldBe(1);
    }

    [Fact]
    public async Task The_mail_is_sent_again_but_not_more_than_once_a_minute()
    {
        var address = LetterBox.NewAddress();
        await Visitor().Post("accounts", Wish(address)).Json(HttpStatusCode.Accepted);
        var first = LetterBox.SecretIn(await LetterBox.Wait(Host, address));
        await Visitor().Post("accounts/resend", new { email = address }).Json(HttpStatusCode.Accepted);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        LetterBox.Of(Host, address).Count.ShouldBe(1);
        Host.Clock.Advance(TimeSpan.FromMinutes(2));

        await Visitor().Post("accounts/resend", new { email = address }).Json(HttpStatusCode.Accepted);
        await Visitor().Post("accounts/resend", new { email = LetterBox.NewAddress() }).Json(HttpStatusCode.Accepted);

        var second = LetterBox.SecretIn(await LetterBox.Wait(Host, address, 2));
        await Visitor().Post("accounts/verify", new { token = first }).Problem(HttpStatusCode.UnprocessableEntity);
        using var verified = await Visitor().Post("accounts/verify", new { token = second });
        verified.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_queue_and_the_database_hold_no_secret()
    {
        var address = LetterBox.NewAddress();
        await Visitor().Post("accounts", Wish(address)).Json(HttpStatusCode.Accepted);
        var secret = LetterBox.SecretIn(await LetterBox.Wait(Host, address));

        var known = await Host.Scalar<long>(
            $"""
            select (select count(*) from jobs.job j where j::text like '%{secret}%' or j::text like '%{address}%')
                 + (select count(*) from identity.sign_ups s where s::text like '%{secret}%' or s::text like '%{Password}%')
            """
        );

        known.ShouldBe(0);
    }

    [Fact]
    public async Task Where_it_is_not_open_nobody_signs_up()
    {
        await using var closed = await ModuleHarness<IdentityModule>.Start();
        var visitor = new Visitor(closed.Address);

        (await visitor.Post("accounts", Wish(LetterBox.NewAddress())).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
            "identity.sign-up-closed"
        );

        (await visitor.Get("setup").Data<JsonElement>()).GetProperty("openSignUp").GetBoolean().ShouldBeFalse();
        (await Visitor().Get("setup").Data<JsonElement>()).GetProperty("openSignUp").GetBoolean().ShouldBeTrue();
    }

    private static object Wish(string email) =>
        new
        {
            name = "Mira Solberg",
            email,
            password = Password,
            workspaceName = "Mira's Team",
            timeZone = "Europe/Oslo",
        };
}
