using System.Net;
using System.Text.Json;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class InvitationTests : IdentityTest
{
    [Fact]
    public async Task A_new_person_accepts_with_a_name_and_a_password()
    {
        var owner = await Owner();
        var (address, token, ana) = await Invite(owner, "rep");

        var seen = await Visitor().Post("invitations/preview", new { token }).Data<JsonElement>();
        (await Accept(Visitor(), token, null, null).ProblemCode(HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "identity.name-and-password-needed"
        );
        (await Accept(Visitor(), token, "Mira", "iloveyou").ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "identity.common-password"
        );
        var mira = Visitor();
        var me = (await Accept(mira, token, "Mira Solberg", Password).Data<JsonElement>()).GetProperty("me");

        seen.GetProperty("workspaceName").GetString().ShouldBe("Nordlys Team");
        seen.GetProperty("invitedBy").GetString().ShouldBe("Ana Lindqvist");
        seen.GetProperty("hasAccount").GetBoolean().ShouldBeFalse();
        (me.GetProperty("role").GetString(), me.GetProperty("email").GetString()).ShouldBe(("rep", address));
        me.GetProperty("timeZone").GetString().ShouldBe("Europe/Oslo");
        await mira.Post("refresh").Json();
        var joined = (await Host.Told.Wait<MemberJoined>(2)).Single(told => told.Role == "rep");
        joined.SponsorId.ShouldBe(ana);
        (await owner.Get("invitations").Data<JsonElement[]>()).ShouldBeEmpty();
        (await Accept(Visitor(), token, "Again", Password).ProblemCode(HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "identity.link-spent"
        );
    }

    [Fact]
    public async Task A_known_person_accepts_signed_in_and_with_the_invited_address_only()
    {
        var owner = await Owner();
        var (address, token, _) = await Invite(owner, "leader");
        await Second.Workspace(Host, address, "Sydlys Team");
        await Second.Workspace(Host, "eve@sydlys.example", "Eve's Team");
        var (mira, eve) = (Visitor(), Visitor());
        await mira.SignIn(address, Password).Json();
        await eve.SignIn("eve@sydlys.example", Password).Json();

        (await Accept(Visitor(), token, "Mira", Password).ProblemCode(HttpStatusCode.Conflict)).ShouldBe(
            "identity.sign-in-first"
        );
        (await Accept(eve, token, null, null).ProblemCode(HttpStatusCode.Conflict)).ShouldBe(
            "identity.invitation-for-another"
        );
        var me = (await Accept(mira, token, null, null).Data<JsonElement>()).GetProperty("me");

        me.GetProperty("workspace").GetProperty("name").GetString().ShouldBe("Nordlys Team");
        me.GetProperty("name").GetString().ShouldBe("Ana", "as in the workspace before");
        (await mira.Get("workspaces/mine").Data<JsonElement[]>()).Length.ShouldBe(2);
        (await mira.Get("sessions").Data<JsonElement[]>()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_link_opens_nothing_when_withdrawn_sent_again_or_a_week_old()
    {
        var owner = await Owner();
        var (address, first, _) = await Invite(owner, "rep");
        var id = (await owner.Get("invitations").Data<JsonElement[]>())[0].GetProperty("id").GetGuid();

        (
            await owner.Post("invitations", new { email = address, role = "rep" }).ProblemCode(HttpStatusCode.Conflict)
        ).ShouldBe("identity.already-invited");
        Host.Clock.Advance(TimeSpan.FromMinutes(2));
        await owner.Post($"invitations/{id}/resend");
        var second = LetterBox.SecretIn(await LetterBox.Wait(Host, address, 2));
        await Spent(first);
        await Visitor().Post("invitations/preview", new { token = second }).Json();
        using var withdrawn = await owner.Delete($"invitations/{id}");
        withdrawn.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Spent(second);
        (await owner.Delete($"invitations/{id}").ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "identity.invitation-not-found"
        );
        var (_, third, _) = await Invite(owner, "rep");
        Host.Clock.Advance(TimeSpan.FromDays(8));
        await Spent(third);
    }

    [Fact]
    public async Task A_link_under_another_workspaces_name_finds_nothing()
    {
        var owner = await Owner();
        var (_, token, _) = await Invite(owner, "rep");
        var other = await Second.Workspace(Host, "eve@sydlys.example", "Eve's Team");

        foreach (var workspace in new[] { other, Guid.CreateVersion7(), Guid.Empty, Guid.AllBitsSet })
        {
            await Spent($"{workspace:N}.{token.Split('.')[1]}");
        }

        await Spent("nonsense");
    }

    [Fact]
    public async Task Of_several_clicks_at_once_one_is_accepted()
    {
        var owner = await Owner();
        var (_, token, _) = await Invite(owner, "rep");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Accept(Visitor(), token, "Mira Solberg", Password))
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        (await Host.Scalar<long>("select count(*) from identity.members")).ShouldBe(2);
    }

    [Fact]
    public async Task A_member_is_not_invited_again_and_who_left_comes_back_as_the_same()
    {
        var owner = await Owner();
        var address = LetterBox.NewAddress();
        var id = await Second.Member(Host, address, "rep");
        var mira = Visitor();
        await mira.SignIn(address, Password).Json();
        (
            await owner.Post("invitations", new { email = address, role = "rep" }).ProblemCode(HttpStatusCode.Conflict)
        ).ShouldBe("identity.already-member");
        await Second.Workspace(Host, address, "Sydlys Team");
        await mira.Post("members/leave");
        await mira.Post("refresh").Json();

        await owner.Post("invitations", new { email = address, role = "leader" }).Json(HttpStatusCode.Created);
        var token = LetterBox.SecretIn(await LetterBox.Wait(Host, address));
        var me = (await Accept(mira, token, null, null).Data<JsonElement>()).GetProperty("me");

        (me.GetProperty("id").GetGuid(), me.GetProperty("role").GetString()).ShouldBe((id, "leader"));
    }

    private async Task<(string Address, string Token, Guid Ana)> Invite(Visitor owner, string role)
    {
        var address = LetterBox.NewAddress();
        var ana = (await owner.Get("me").Data<JsonElement>()).GetProperty("id").GetGuid();
        await owner
            .Post(
                "invitations",
                new
                {
                    email = address,
                    role,
                    sponsorId = ana,
                }
            )
            .Json(HttpStatusCode.Created);
        return (address, LetterBox.SecretIn(await LetterBox.Wait(Host, address)), ana);
    }

    private static Task<HttpResponseMessage> Accept(Visitor by, string token, string? name, string? password) =>
        by.Post(
            "invitations/accept",
            new
            {
                token,
                name,
                password,
            }
        );

    private async Task Spent(string token) =>
        (
            await Visitor().Post("invitations/preview", new { token }).ProblemCode(HttpStatusCode.UnprocessableEntity)
        ).ShouldBe("identity.link-spent");
}
