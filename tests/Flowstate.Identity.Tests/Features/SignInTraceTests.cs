using System.Net;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

/// <summary>What is written down of a sign-in, whatever else comes along with it.</summary>
public sealed class SignInTraceTests : IdentityTest
{
    [Fact]
    public async Task A_right_password_with_an_invitation_that_is_none_leaves_a_trace()
    {
        await Owner();

        var signIn = new
        {
            email = Email,
            password = Password,
            invitation = "none",
        };
        (await Visitor().Post("sign-in", signIn).ProblemCode(HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "identity.link-spent"
        );

        (await Host.Scalar<long>("select count(*) from identity.audit where action = 'came-by-invitation'")).ShouldBe(
            1
        );
    }

    [Fact]
    public async Task Who_signs_in_acts_and_not_the_bearer_of_the_token_that_came_along()
    {
        var owner = await Owner();
        await Second.Member(Host, "mira@nordlys.example", "rep");
        const string ByOwner = """
            select count(*) from identity.audit a join identity.users u on u.id = a.member_id
            where a.subject = 'sessions' and u.email <> 'mira@nordlys.example'
            """;
        var before = await Host.Scalar<long>(ByOwner);
        var visitor = Visitor();
        visitor.AccessToken = owner.AccessToken;

        await visitor.SignIn("mira@nordlys.example", Password).Json();

        (await Host.Scalar<long>(ByOwner)).ShouldBe(before);
    }
}
