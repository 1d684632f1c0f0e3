using System.Net;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class ResetTests : IdentityTest
{
    private const string Better = "an even longer walk by the sea";

    [Fact]
    public async Task A_forgotten_password_is_chosen_anew_and_ends_every_session()
    {
        var address = LetterBox.NewAddress();
        await Second.Workspace(Host, address, "Sydlys Team");
        var desk = Visitor();
        await desk.SignIn(address, Password).Json();
        await desk.Get("me").Json();
        await Visitor().Post("password/forgot", new { email = address }).Json(HttpStatusCode.Accepted);
        var token = LetterBox.SecretIn(await LetterBox.Wait(Host, address));

        (
            await Visitor()
                .Post("password/reset", new { token, password = "iloveyou" })
                .ProblemCode(HttpStatusCode.BadRequest)
        ).ShouldBe("identity.common-password");
        using var reset = await Visitor().Post("password/reset", new { token, password = Better });

        reset.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await desk.Get("me").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
        await desk.Post("refresh").Problem(HttpStatusCode.Unauthorized);
        await Visitor().SignIn(address, Password).Problem(HttpStatusCode.Unauthorized);
        await Visitor().SignIn(address, Better).Json();
        (
            await Visitor()
                .Post("password/reset", new { token, password = Password })
                .ProblemCode(HttpStatusCode.UnprocessableEntity)
        ).ShouldBe("identity.link-spent");
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail()
    {
        var (known, unknown) = (LetterBox.NewAddress(), LetterBox.NewAddress());
        await Second.Workspace(Host, known, "Sydlys Team");

        var one = await Visitor().Post("password/forgot", new { email = unknown }).Json(HttpStatusCode.Accepted);
        var other = await Visitor().Post("password/forgot", new { email = known }).Json(HttpStatusCode.Accepted);

        one.GetRawText().ShouldBe(other.GetRawText());
        await LetterBox.Wait(Host, known);
        LetterBox.Of(Host, unknown).ShouldBeEmpty();
        // The same rows for both: nobody is looked up before the answer.
        (await Host.Scalar<long>("select count(*) from identity.password_resets")).ShouldBe(2);
    }

    [Fact]
    public async Task A_link_opens_nothing_after_half_an_hour_nor_after_another_was_used()
    {
        var address = LetterBox.NewAddress();
        await Second.Workspace(Host, address, "Sydlys Team");
        await Visitor().Post("password/forgot", new { email = address }).Json(HttpStatusCode.Accepted);
        var first = LetterBox.SecretIn(await LetterBox.Wait(Host, address));
        Host.Clock.Advance(TimeSpan.FromMinutes(2));
        await Visitor().Post("password/forgot", new { email = address }).Json(HttpStatusCode.Accepted);
        var second = LetterBox.SecretIn(await LetterBox.Wait(Host, address, 2));
        using var used = await Visitor().Post("password/reset", new { token = second, password = Better });
        used.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await Refused(first);
        Host.Clock.Advance(TimeSpan.FromMinutes(2));
        await Visitor().Post("password/forgot", new { email = address }).Json(HttpStatusCode.Accepted);
        var third = LetterBox.SecretIn(await LetterBox.Wait(Host, address, 3));
        Host.Clock.Advance(TimeSpan.FromMinutes(31));
        await Refused(third);
    }

    [Fact]
    public async Task Of_several_who_use_a_link_at_once_one_chooses_the_password()
    {
        var address = LetterBox.NewAddress();
        await Second.Workspace(Host, address, "Sydlys Team");
        await Visitor().Post("password/forgot", new { email = address }).Json(HttpStatusCode.Accepted);
        var token = LetterBox.SecretIn(await LetterBox.Wait(Host, address));

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(n => Visitor().Post("password/reset", new { token, password = $"{Better} {n}" }))
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
    }

    private async Task Refused(string token) =>
        (
            await Visitor()
                .Post("password/reset", new { token, password = Better })
                .ProblemCode(HttpStatusCode.UnprocessableEntity)
        ).ShouldBe("identity.link-spent");
}
