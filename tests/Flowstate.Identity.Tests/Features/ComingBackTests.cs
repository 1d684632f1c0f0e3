using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

/// <summary>Who left their only workspace comes back by an invitation, and by nothing less than a whole sign-in.</summary>
public sealed class ComingBackTests : PasskeyTest
{
    private readonly string _address = LetterBox.NewAddress();

    [Fact]
    public async Task Who_is_in_no_workspace_is_told_so_and_comes_back_with_the_invitation()
    {
        var owner = await Owner();
        var (mira, id) = await Member();
        await Leave(mira);

        (await Visitor().SignIn(_address, Password).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
            "identity.no-workspace"
        );
        (await Visitor().SignIn(_address, "a wrong one").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe(
            "identity.wrong-credentials"
        );
        var invitation = await Invite(owner, _address);
        var back = Visitor();
        var me = (await SignIn(back, Password, invitation).Data<JsonElement>()).GetProperty("me");

        (me.GetProperty("id").GetGuid(), me.GetProperty("role").GetString()).ShouldBe((id, "leader"));
        me.GetProperty("workspace").GetProperty("name").GetString().ShouldBe("Nordlys Team");
        await back.Post("refresh").Json();
        await back.Get("members").Json();
        (await SignIn(Visitor(), Password, invitation).ProblemCode(HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "identity.link-spent"
        );
        await Visitor().SignIn(_address, Password).Json();
    }

    [Fact]
    public async Task A_wrong_password_takes_no_place_and_counts_to_the_wait()
    {
        var owner = await Owner();
        var (mira, _) = await Member();
        await Leave(mira);
        var invitation = await Invite(owner, _address);

        foreach (var wrong in Enumerable.Range(0, 10))
        {
            (await SignIn(Visitor(), $"wrong {wrong}", invitation).ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe(
                "identity.wrong-credentials"
            );
        }

        (await SignIn(Visitor(), Password, invitation).ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe(
            "identity.wrong-credentials"
        );
        await Open(invitation);
        Host.Clock.Advance(TimeSpan.FromMinutes(2));
        await SignIn(Visitor(), Password, invitation).Json();
    }

    [Fact]
    public async Task With_an_app_the_place_is_taken_by_the_code_and_not_by_the_password()
    {
        var owner = await Owner();
        var (mira, id) = await Member();
        var (phone, _) = await Phone.SetUp(mira, Host);
        await Leave(mira);
        var invitation = await Invite(owner, _address);

        var back = Visitor();
        var asked = await SignIn(back, Password, invitation).Data<JsonElement>();
        (back.AccessToken, back.Refresh).ShouldBe((null, null));
        await Open(invitation);
        var challenge = asked.GetProperty("secondFactor").GetProperty("challenge").GetString();
        (await Code("000000").ProblemCode(HttpStatusCode.UnprocessableEntity)).ShouldBe("identity.wrong-code");
        await Open(invitation);
        var signedIn = await Code(phone.Code()).Data<JsonElement>();

        signedIn.GetProperty("me").GetProperty("id").GetGuid().ShouldBe(id);
        (
            await Host.Scalar<string[]>("select methods from identity.sessions order by created_at desc limit 1")
        ).ShouldBe(["pwd", "otp", "mfa"]);

        Task<HttpResponseMessage> Code(string code) =>
            back.Post(
                "sign-in/second-factor",
                new
                {
                    challenge,
                    code,
                    invitation,
                }
            );
    }

    [Fact]
    public async Task A_passkey_takes_the_place_as_well()
    {
        var owner = await Owner();
        var (mira, id) = await Member();
        var device = await Registered(mira);
        await Leave(mira);

        (await SignIn(Visitor(), device).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe("identity.no-workspace");
        var invitation = await Invite(owner, _address);
        var asked = await Visitor().Post("sign-in/passkey/options").Data<JsonElement>();
        var me = (
            await Visitor()
                .Post(
                    "sign-in/passkey",
                    new
                    {
                        challenge = asked.GetProperty("challenge"),
                        credential = device.Sign(asked.GetProperty("options")),
                        invitation,
                    }
                )
                .Data<JsonElement>()
        ).GetProperty("me");

        me.GetProperty("id").GetGuid().ShouldBe(id);
    }

    [Fact]
    public async Task An_invitation_for_somebody_else_opens_no_session()
    {
        var owner = await Owner();
        var (mira, _) = await Member();
        await Leave(mira);
        var invitation = await Invite(owner, LetterBox.NewAddress());

        var back = Visitor();
        (await SignIn(back, Password, invitation).ProblemCode(HttpStatusCode.Conflict)).ShouldBe(
            "identity.invitation-for-another"
        );
        (await SignIn(back, Password, "nonsense").ProblemCode(HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "identity.link-spent"
        );

        (back.AccessToken, back.Refresh).ShouldBe((null, null));
        await Open(invitation);
    }

    [Fact]
    public async Task Who_takes_two_invitations_at_once_is_in_both_workspaces()
    {
        var owner = await Owner();
        var (mira, _) = await Member();
        await Leave(mira);
        await Second.Workspace(Host, "eve@sydlys.example", "Sydlys Team");
        var eve = Visitor();
        await eve.SignIn("eve@sydlys.example", Password).Json();
        var invitations = new[] { await Invite(owner, _address), await Invite(eve, _address, 2) };

        await Task.WhenAll(invitations.Select(invitation => SignIn(Visitor(), Password, invitation).Json()));

        var back = Visitor();
        await back.SignIn(_address, Password).Json();
        (await back.Get("workspaces/mine").Data<JsonElement[]>()).Length.ShouldBe(2);
    }

    private async Task<(Visitor Mira, Guid Id)> Member()
    {
        var id = await Second.Member(Host, _address, "rep");
        var mira = Visitor();
        await mira.SignIn(_address, Password).Json();
        return (mira, id);
    }

    private static async Task Leave(Visitor mira)
    {
        using var left = await mira.Post("members/leave");
        left.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await mira.Post("refresh").Problem(HttpStatusCode.Unauthorized);
    }

    private async Task<string> Invite(Visitor by, string address, int mails = 1)
    {
        await by.Post("invitations", new { email = address, role = "leader" }).Json(HttpStatusCode.Created);
        return LetterBox.SecretIn(await LetterBox.Wait(Host, address, mails));
    }

    private Task<HttpResponseMessage> SignIn(Visitor visitor, string password, string invitation) =>
        visitor.Post(
            "sign-in",
            new
            {
                email = _address,
                password,
                invitation,
            }
        );

    private async Task Open(string invitation) =>
        await Visitor().Post("invitations/preview", new { token = invitation }).Json();
}
