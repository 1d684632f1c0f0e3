using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Claims;
using Flowstate.Shared.Limits;
using Flowstate.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Flowstate.Host.Tests.Limits;

public sealed class RequestLimitTests
{
    private static readonly TestMember Ana = TestMember.New();

    [Fact]
    public async Task Whoever_asks_too_often_is_told_how_long_to_wait()
    {
        await using var host = await LimitedHost.Start(("Limits:UserPerMinute", "3"));
        using var ana = host.As(Ana);
        for (var left = 2; left >= 0; left--)
        {
            using var allowed = await ana.GetAsync("/api/v1/ping");
            allowed.StatusCode.ShouldBe(HttpStatusCode.OK);
            Header(allowed, "RateLimit-Limit").ShouldBe(3);
            Header(allowed, "RateLimit-Remaining").ShouldBe(left);
            Header(allowed, "RateLimit-Reset").ShouldBe(60);
        }

        using var refused = await ana.GetAsync("/api/v1/ping");
        (await Task.FromResult(refused).ProblemCode(HttpStatusCode.TooManyRequests)).ShouldBe(
            "platform.too-many-requests"
        );
        // Three in the window that fades: a third of it has to be gone.
        Header(refused, "Retry-After").ShouldBe(80);
        Header(refused, "RateLimit-Remaining").ShouldBe(0);

        host.Clock.Advance(TimeSpan.FromSeconds(79));
        (await ana.GetAsync("/api/v1/ping")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        host.Clock.Advance(TimeSpan.FromSeconds(1.1));
        (await ana.GetAsync("/api/v1/ping")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_person_does_not_use_up_anothers_requests_but_their_workspace_s()
    {
        await using var host = await LimitedHost.Start(
            ("Limits:UserPerMinute", "3"),
            ("Limits:WorkspacePerMinute", "5"),
            ("Limits:AddressPerMinute", "2")
        );
        var answers = async (HttpClient client) => (await LimitedHost.Storm(4, client))[HttpStatusCode.OK];

        (await answers(host.As(Ana))).ShouldBe(3);
        (await answers(host.As(Ana.Colleague()))).ShouldBe(2, "five for the workspace, and refusals use up nothing");
        (await answers(host.As(TestMember.New()))).ShouldBe(3, "another workspace");
        (await answers(host.Anonymous())).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_open_to_everybody_is_limited_by_address_and_a_probe_is_not()
    {
        await using var host = await LimitedHost.Start(("Limits:AddressPerMinute", "2"));
        using var client = host.Anonymous();
        await client.GetAsync("/elsewhere");
        await client.GetAsync("/api/v1/ping");

        (await client.GetAsync("/elsewhere")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_that_failed_says_what_is_left_too()
    {
        await using var host = await LimitedHost.Start(("Limits:AddressPerMinute", "9"));
        using var answer = await host.Anonymous().GetAsync("/api/v1/broken");

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        Header(answer, "RateLimit-Remaining").ShouldBe(8);
    }

    [Fact]
    public async Task A_limit_of_zero_stops_the_start() =>
        await Should.ThrowAsync<Exception>(LimitedHost.Start(("Limits:UserPerMinute", "0")));

    [Fact]
    public async Task No_minute_wherever_it_begins_holds_many_more_than_the_limit()
    {
        var clock = new FakeTimeProvider();
        var limits = new RateLimits(clock, NullLogger<RateLimits>.Instance, Options.Create(new LimitOptions()));
        var allowed = new List<TimeSpan>();
        for (var at = TimeSpan.Zero; at < TimeSpan.FromMinutes(10); at += TimeSpan.FromMilliseconds(500))
        {
            clock.SetUtcNow(DateTimeOffset.UnixEpoch + TimeSpan.FromDays(40_000) + at);
            if ((await limits.Take(new Limit("user", "ana", 10, TimeSpan.FromMinutes(1)))).Allowed)
            {
                allowed.Add(at);
            }
        }

        // The estimate spreads the last window evenly: it may be out by what came in one burst, never by a window.
        allowed
            .Max(begin => allowed.Count(at => at >= begin && at < begin + TimeSpan.FromMinutes(1)))
            .ShouldBeLessThan(20);
        allowed.Count.ShouldBeInRange(80, 110);
    }

    [Fact]
    public async Task A_key_has_a_limit_of_its_own()
    {
        var limits = new RateLimits(
            TimeProvider.System,
            NullLogger<RateLimits>.Instance,
            Options.Create(new LimitOptions())
        );
        var options = new LimitOptions { KeyPerMinute = 1, UserPerMinute = 100 };
        var withKey = Caller(new Claim("ws", "1"), new Claim("sub", "ana"), new Claim("key", "k1"));

        (await LimitRequests.Take(withKey, limits, options)).Allowed.ShouldBeTrue();
        (await LimitRequests.Take(withKey, limits, options)).Allowed.ShouldBeFalse();
        (
            await LimitRequests.Take(Caller(new Claim("ws", "1"), new Claim("sub", "ana")), limits, options)
        ).Allowed.ShouldBeTrue();
    }

    [Fact]
    public void A_count_in_memory_costs_microseconds_and_allocates_nothing()
    {
        var limits = new RateLimits(
            TimeProvider.System,
            NullLogger<RateLimits>.Instance,
            Options.Create(new LimitOptions())
        );
        var (user, all) = (Of("user"), Of("workspace"));
        Count(2_000);
        var (bytes, from) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());

        Count(100_000);

        var spent = GC.GetAllocatedBytesForCurrentThread() - bytes;
        var each = Stopwatch.GetElapsedTime(from).TotalMicroseconds / 100_000;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:0.00} µs"));
        spent.ShouldBeLessThan(1_000);
        each.ShouldBeLessThan(20);

        static Limit Of(string scope) =>
            new(scope, Guid.CreateVersion7().ToString(), 1_000_000, TimeSpan.FromMinutes(1));
        void Count(int times)
        {
            for (var time = 0; time < times; time++)
            {
                Spend(limits.Take(user, all));
            }
        }

        static void Spend(ValueTask<Verdict> taken) => taken.IsCompletedSuccessfully.ShouldBeTrue();
    }

    private static DefaultHttpContext Caller(params Claim[] claims) =>
        new() { User = new ClaimsPrincipal(new ClaimsIdentity(claims, "test")) };

    private static int Header(HttpResponseMessage answer, string name) =>
        int.Parse(answer.Headers.GetValues(name).Single(), CultureInfo.InvariantCulture);
}
