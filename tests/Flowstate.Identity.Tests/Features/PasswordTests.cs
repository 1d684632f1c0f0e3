using System.Net;
using Flowstate.Identity.Security;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Identity.Tests.Features;

public sealed class PasswordTests : IdentityTest
{
    private const string Better = "an even longer walk by the sea";

    [Fact]
    public async Task A_changed_password_ends_all_other_sessions_at_once()
    {
        var owner = await Owner();
        var phone = Visitor();
        await phone.SignIn(Email, Password).Json();
        await phone.Get("me").Json();

        using var changed = await owner.Post("me/password", new { current = Password, @new = Better });

        changed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await phone.Get("me").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
        (await phone.Post("refresh").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
        await owner.Get("me").Json();
        await owner.Post("refresh").Json();
        await Visitor().SignIn(Email, Password).Problem(HttpStatusCode.Unauthorized);
        await Visitor().SignIn(Email, Better).Json();
    }

    [Fact]
    public async Task The_password_one_has_is_no_new_one()
    {
        var owner = await Owner();

        (
            await owner
                .Post("me/password", new { current = Password, @new = Password })
                .ProblemCode(HttpStatusCode.BadRequest)
        ).ShouldBe("validation-failed");
    }

    [Fact]
    public async Task A_password_longer_than_any_is_a_wrong_one_at_once()
    {
        await Owner();
        // Marks that NFC has to put in order.
        var marks = new string('\u0301', 2048) + new string('\u0323', 2048);

        await Visitor().SignIn(Email, marks).Problem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_is_longer_than_is_read_is_refused_wherever_a_password_is_asked_for()
    {
        var owner = await Owner();
        var tooLong = new string('x', 4097);
        (string Path, object Body, string Field)[] asked =
        [
            ("sign-in", new { email = Email, password = tooLong }, "password"),
            ("me/password", new { current = tooLong, @new = Better }, "current"),
            ("me/password", new { current = Password, @new = tooLong }, "new"),
            ("password/reset", new { token = "x", password = tooLong }, "password"),
            ("me/totp", new { password = tooLong }, "password"),
            ("me/passkeys/options", new { password = tooLong }, "password"),
            ("accounts", new { password = tooLong }, "password"),
            ("invitations/accept", new { token = "x", password = tooLong }, "password"),
            ("invitations/accept", new { token = tooLong }, "token"),
            ("invitations/preview", new { token = tooLong }, "token"),
            ("password/reset", new { token = tooLong, password = Better }, "token"),
            ("accounts/verify", new { token = tooLong }, "token"),
        ];
        foreach (var (path, body, field) in asked)
        {
            // Ten a minute may be tried.
            Host.Clock.Advance(TimeSpan.FromSeconds(15));
            var problem = await owner.Post(path, body).Problem(HttpStatusCode.BadRequest);
            problem.GetProperty("errors").TryGetProperty(field, out var words).ShouldBeTrue(path);
            words[0].GetString()!.ShouldContain("at most", Case.Insensitive, path);
        }
    }

    [Fact]
    public async Task Without_the_current_password_nothing_changes()
    {
        var owner = await Owner();

        (
            await owner
                .Post("me/password", new { current = "not my password", @new = Better })
                .ProblemCode(HttpStatusCode.UnprocessableEntity)
        ).ShouldBe("identity.wrong-password");

        await Visitor().SignIn(Email, Password).Json();
    }

    [Fact]
    public async Task What_everybody_tries_first_is_no_password()
    {
        (
            await Visitor()
                .Post(
                    "setup",
                    new
                    {
                        workspaceName = "x",
                        name = "x",
                        email = Email,
                        password = "Password123",
                    }
                )
                .ProblemCode(HttpStatusCode.BadRequest)
        ).ShouldBe("identity.common-password");
        var owner = await Owner();

        var problem = await owner
            .Post("me/password", new { current = Password, @new = "iloveyou" })
            .Problem(HttpStatusCode.BadRequest);

        problem.GetProperty("code").GetString().ShouldBe("identity.common-password");
        problem.GetProperty("errors").TryGetProperty("new", out _).ShouldBeTrue();
        (
            await owner
                .Post("me/password", new { current = Password, @new = "short" })
                .ProblemCode(HttpStatusCode.BadRequest)
        ).ShouldBe("validation-failed");
        await Visitor().SignIn(Email, Password).Json();
    }

    [Fact]
    public async Task A_hash_of_less_work_is_made_anew_when_its_person_signs_in()
    {
        await using var host = await ModuleHarness<IdentityModule>.Start(builder =>
            builder.Services.Configure<SignInOptions>(options => options.BcryptCost = 11)
        );
        await new Visitor(host.Address).Post("setup", Setup).Json(HttpStatusCode.Created);
        await using var weak = host.Owner.CreateCommand("update identity.users set password_hash = $1");
        weak.Parameters.Add(new() { Value = BCrypt.Net.BCrypt.HashPassword(Password, 10) });
        await weak.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await new Visitor(host.Address).SignIn(Email, "not my password").Problem(HttpStatusCode.Unauthorized);
        (await Hash(host)).ShouldStartWith("$2a$10$");
        await new Visitor(host.Address).SignIn(Email, Password).Json();

        (await Hash(host)).ShouldStartWith("$2a$11$");
        await new Visitor(host.Address).SignIn(Email, Password).Json();
    }

    private static Task<string> Hash(ModuleHarness<IdentityModule> host) =>
        host.Scalar<string>("select password_hash from identity.users");
}
