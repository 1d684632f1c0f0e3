using System.Net;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

/// <summary>
/// What is asked with an address tells nothing of the address: the same answer, for the same work. Counted and not timed:
/// bcrypt runs and the statements, in their order.
/// </summary>
[Collection(nameof(RunsAlone))]
public sealed class EnumerationTests : IdentityTest
{
    private const string Nobody = "nobody@nordlys.example";
    private const string Waiting = "waiting@nordlys.example";
    private const string WaitingNobody = "waiting-nobody@nordlys.example";
    private const string Disabled = "disabled@nordlys.example";
    private const string Asked = "asked@nordlys.example";

    private static readonly string[] Everybody = [Email, Nobody, Waiting, WaitingNobody, Disabled, Asked];

    public override async ValueTask InitializeAsync()
    {
        Host = await ModuleHarness<IdentityModule>.Start(builder =>
        {
            builder.Configuration["Identity:AttemptsPerMinute"] = "1000";
            builder.Configuration["Identity:BcryptCost"] = "10";
            builder.Configuration["Identity:OpenSignUp"] = "true";
        });
        var owner = await Owner();
        await Second.Member(Host, Waiting, "rep");
        var disabled = await Second.Member(Host, Disabled, "rep");
        using var off = await owner.Delete($"members/{disabled}");
        off.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Visitor().Post("accounts", SignUp(Asked)).Json(HttpStatusCode.Accepted);
        foreach (var address in new[] { Waiting, WaitingNobody })
        {
            for (var attempt = 0; attempt < 10; attempt++)
            {
                await Visitor().SignIn(address, "not my password").Problem(HttpStatusCode.Unauthorized);
            }
        }
    }

    [Fact]
    public async Task A_wrong_password_tells_nothing_of_the_address()
    {
        await NothingTellsThemApart("sign-in", email => new { email, password = "not my password" }, Everybody);
        (
            await Host.Scalar<long>("select count(*) from identity.failed_sign_ins where waits_until is not null")
        ).ShouldBe(2);
    }

    [Fact]
    public async Task A_right_password_tells_nothing_while_the_address_waits() =>
        await NothingTellsThemApart(
            "sign-in",
            email => new { email, password = Password },
            [Waiting, WaitingNobody, Nobody]
        );

    [Theory]
    [InlineData("password/forgot")]
    [InlineData("accounts/resend")]
    public Task A_mail_that_is_asked_for_tells_nothing_of_the_address(string path) =>
        NothingTellsThemApart(path, email => new { email }, Everybody);

    [Fact]
    public Task A_sign_up_tells_nothing_of_the_address() => NothingTellsThemApart("accounts", SignUp, Everybody);

    private async Task NothingTellsThemApart(string path, Func<string, object> body, string[] addresses)
    {
        // What a host does once only, it does here.
        for (var warm = 0; warm < 3; warm++)
        {
            using var _ = await Visitor().Post(path, body($"warm-{warm}@nordlys.example"));
        }

        Dictionary<string, string> seen = [];
        foreach (var address in addresses)
        {
            using var work = new RequestWork();
            seen[address] = await work.Of(Visitor(), path, body(address));
        }

        foreach (var (address, work) in seen)
        {
            work.ShouldBe(seen[addresses[0]], address);
        }
    }

    private static object SignUp(string email) =>
        new
        {
            name = "Somebody",
            email,
            password = Password,
            workspaceName = "Elsewhere",
        };
}
