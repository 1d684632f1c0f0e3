using System.Net;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class ResetSecondFactorTests : SecondFactorTest
{
    [Fact]
    public async Task An_admin_takes_it_off_a_member_of_this_workspace_alone_who_is_told()
    {
        await Owner();
        var (mira, address, id) = await WithPhone("rep");
        var admin = await SignedIn("admin");

        using var reset = await Reset(admin, id);

        reset.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await mira.Get("me").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
        await mira.SignIn(address, Password).Json();
        await mira.Get("me").Json();
        (await LetterBox.Wait(Host, address)).Subject.ShouldBe("Your second factor was removed");
        (
            await Host.Scalar<long>(
                $"select count(*) from identity.audit where action = 'second-factor-reset' and subject_id = '{id}'"
            )
        ).ShouldBe(1);
        (await Reset(admin, id).ProblemCode(HttpStatusCode.Conflict)).ShouldBe("identity.no-second-factor");
    }

    [Fact]
    public async Task Not_of_somebody_with_more_rights_nor_by_somebody_with_none_nor_one_s_own()
    {
        var owner = await Owner();
        // Before the clock is moved on: a token of the future is refused.
        var admin = await SignedIn("admin");
        await Phone.SetUp(owner, Host);
        var ownerId = await Host.Scalar<Guid>($"select id from identity.users where email = '{Email}'");
        var (mira, _, miraId) = await WithPhone("rep");

        (await Reset(admin, ownerId).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe("identity.not-yours-to-grant");
        (await Reset(owner, ownerId).ProblemCode(HttpStatusCode.Conflict)).ShouldBe("identity.own-second-factor");
        await Reset(mira, ownerId).Problem(HttpStatusCode.Forbidden);
        await Reset(admin, Guid.CreateVersion7()).Problem(HttpStatusCode.NotFound);
        using var anonymous = await Reset(Visitor(), miraId);
        anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Host.Scalar<long>("select count(*) from identity.authenticators")).ShouldBe(2);
    }

    [Fact]
    public async Task Of_who_belongs_to_other_workspaces_too_only_by_the_operators_owner()
    {
        var owner = await Owner();
        var (_, address, id) = await WithPhone("rep");
        await Second.Workspace(Host, address, "Sydlys Team");
        var admin = await SignedIn("admin");

        (await Reset(admin, id).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe("identity.member-elsewhere-too");
        using var byOwner = await Reset(owner, id);

        byOwner.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await LetterBox.Wait(Host, address);
    }

    [Fact]
    public async Task An_owner_of_another_workspace_is_no_operator()
    {
        await Owner();
        var stranger = LetterBox.NewAddress("sol");
        await Second.Workspace(Host, stranger, "Sydlys Team");
        var (_, _, id) = await WithPhone("rep");
        var sol = Visitor();
        await sol.SignIn(stranger, Password).Json();

        await Reset(sol, id).Problem(HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> Reset(Visitor actor, Guid id) =>
        actor.Post($"members/{id}/second-factor/reset");

    private async Task<(Visitor Visitor, string Address, Guid Id)> WithPhone(string role)
    {
        var address = LetterBox.NewAddress();
        var id = await Second.Member(Host, address, role);
        var visitor = Visitor();
        await visitor.SignIn(address, Password).Json();
        await Phone.SetUp(visitor, Host);
        return (visitor, address, id);
    }

    private async Task<Visitor> SignedIn(string role)
    {
        var address = LetterBox.NewAddress(role);
        await Second.Member(Host, address, role);
        var visitor = Visitor();
        await visitor.SignIn(address, Password).Json();
        return visitor;
    }
}
