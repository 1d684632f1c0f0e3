using System.Net;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class RefreshTests : IdentityTest
{
    [Fact]
    public async Task Each_refresh_gives_a_new_cookie_and_a_new_access_token()
    {
        var owner = await Owner();
        var (first, token) = (owner.Refresh, owner.AccessToken);

        var session = (await owner.Post("refresh").Json()).GetProperty("data");

        owner.Refresh.ShouldNotBe(first);
        owner.AccessToken.ShouldNotBe(token);
        session.GetProperty("me").GetProperty("email").GetString().ShouldBe(Email);
        await owner.Get("me").Json();
        await owner.Post("refresh").Json();
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_other_sites_and_other_paths()
    {
        var owner = await Owner();

        var flags = owner.SetCookie!.ToLowerInvariant().Split("; ").Skip(1);

        flags.ShouldBe(["max-age=604800", "path=/api/v1/identity", "samesite=strict", "httponly"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_database_knows_no_token_that_could_be_used()
    {
        var owner = await Owner();

        var stored = await Host.Scalar<byte[]>("select hash from identity.refresh_tokens");

        var secret = owner.Refresh!;
        stored.ShouldBe(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
        System.Buffers.Text.Base64Url.DecodeFromChars(secret).Length.ShouldBe(32);
    }

    [Fact]
    public async Task A_used_token_that_comes_back_later_ends_its_whole_family()
    {
        var owner = await Owner();
        var thief = Visitor().WithCookieOf(owner);
        await owner.Post("refresh").Json();
        Host.Clock.Advance(TimeSpan.FromSeconds(11));

        (await thief.Post("refresh").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");

        (await owner.Post("refresh").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
        (await Host.Scalar<string>("select ended_because from identity.sessions")).ShouldBe("reused");
    }

    [Fact]
    public async Task Ending_one_family_leaves_the_other_devices_signed_in()
    {
        var owner = await Owner();
        var phone = Visitor();
        await phone.SignIn(Email, Password).Json();
        var thief = Visitor().WithCookieOf(owner);
        await owner.Post("refresh").Json();
        Host.Clock.Advance(TimeSpan.FromSeconds(11));

        await thief.Post("refresh").Problem(HttpStatusCode.Unauthorized);

        await phone.Post("refresh").Json();
    }

    [Fact]
    public async Task Tabs_that_refresh_at_once_all_stay_signed_in()
    {
        var owner = await Owner();
        var slowTab = Visitor().WithCookieOf(owner);
        var tabs = Enumerable.Range(0, 4).Select(_ => Visitor().WithCookieOf(owner)).ToList();

        await Task.WhenAll(tabs.Select(tab => tab.Post("refresh").Json()));
        Host.Clock.Advance(TimeSpan.FromSeconds(9));
        await slowTab.Post("refresh").Json();

        tabs.Add(slowTab);
        // A copied cookie starts no second chain: there is one successor, however often it is asked for.
        tabs.Select(tab => tab.Refresh).Distinct().Count().ShouldBe(1);
        (await Host.Scalar<long>("select count(*) from identity.refresh_tokens")).ShouldBe(2);
        Host.Clock.Advance(TimeSpan.FromMinutes(14));
        foreach (var tab in tabs)
        {
            await tab.Post("refresh").Json();
        }
    }

    [Fact]
    public async Task A_token_ends_after_seven_days_and_each_use_starts_them_again()
    {
        var owner = await Owner();
        Host.Clock.Advance(TimeSpan.FromDays(6));
        await owner.Post("refresh").Json();
        Host.Clock.Advance(TimeSpan.FromDays(6));
        await owner.Post("refresh").Json();
        Host.Clock.Advance(TimeSpan.FromDays(7));

        (await owner.Post("refresh").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
    }

    [Fact]
    public async Task What_is_no_token_of_ours_is_an_ended_session()
    {
        string?[] cookies =
        [
            null,
            "",
            ".",
            "nonsense",
            "00000000000000000000000000000000.x",
            "0198f3a0000070008000000000000001.AAAA",
        ];
        foreach (var cookie in cookies)
        {
            var visitor = Visitor();
            visitor.Refresh = cookie;

            (await visitor.Post("refresh").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe(
                "identity.session-ended",
                cookie
            );
        }
    }

    [Fact]
    public async Task A_request_that_another_site_could_have_sent_is_refused()
    {
        var owner = await Owner();

        foreach (var path in new[] { "refresh", "sign-out" })
        {
            (await owner.Post(path, header: false).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
                "identity.missing-csrf-header",
                path
            );
        }

        await owner.Post("refresh").Json();
    }

    [Fact]
    public async Task Signing_out_ends_the_family_and_takes_the_cookie_back()
    {
        var owner = await Owner();
        var otherTab = Visitor().WithCookieOf(owner);

        using var left = await owner.Post("sign-out");

        left.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        owner.Refresh.ShouldBeNull();
        owner.SetCookie!.ShouldContain("expires=Thu, 01 Jan 1970", Case.Insensitive);
        (await otherTab.Post("refresh").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
        using var again = await Visitor().Post("sign-out");
        again.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }
}
