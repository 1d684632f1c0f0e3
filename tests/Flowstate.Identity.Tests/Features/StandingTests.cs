using System.Net;
using Flowstate.Identity.Persistence;
using Flowstate.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Identity.Tests.Features;

/// <summary>What a token's bearer may do is what is true now, on every host, and mostly without asking the database.</summary>
public sealed class StandingTests
{
    [Fact]
    public async Task A_session_ended_on_one_host_is_refused_by_the_other()
    {
        await using var hosts = await TwoHosts.Start();
        var desk = new Visitor(hosts.One);
        await desk.Post("setup", IdentityTest.Setup).Json(HttpStatusCode.Created);
        var phone = new Visitor(hosts.Other);
        await phone.SignIn(IdentityTest.Email, IdentityTest.Password).Json();
        await phone.Get("me").Json();
        await Said();

        await desk.Delete("sessions");

        await Refused(phone);
        await desk.Get("me").Json();
    }

    [Fact]
    public async Task A_password_changed_on_one_host_ends_the_sessions_on_the_other()
    {
        await using var hosts = await TwoHosts.Start();
        var desk = new Visitor(hosts.One);
        await desk.Post("setup", IdentityTest.Setup).Json(HttpStatusCode.Created);
        var phone = new Visitor(hosts.Other);
        await phone.SignIn(IdentityTest.Email, IdentityTest.Password).Json();
        await phone.Get("me").Json();
        await Said();

        await desk.Post("me/password", new { current = IdentityTest.Password, @new = "an even longer walk" });

        await Refused(phone);
    }

    [Fact]
    public async Task A_warm_request_asks_nobody_whether_its_session_lives()
    {
        var queries = new Sessions();
        await using var host = await ModuleHarness<IdentityModule>.Start(builder =>
            builder.Services.ConfigureDbContext<IdentityDbContext>(options => options.AddInterceptors(queries))
        );
        var owner = new Visitor(host.Address);
        await owner.Post("setup", IdentityTest.Setup).Json(HttpStatusCode.Created);
        await owner.Get("members").Json();
        var cold = queries.Count;

        for (var request = 0; request < 20; request++)
        {
            await owner.Get("members").Json();
        }

        cold.ShouldBeGreaterThan(0);
        queries.Count.ShouldBe(cold);
    }

    // What one host tells the others is on its way when it answers: milliseconds, on one machine.
    private static Task Said() => Task.Delay(200, TestContext.Current.CancellationToken);

    private static async Task Refused(Visitor visitor)
    {
        for (var patience = 0; patience < 20; patience++)
        {
            using var answer = await visitor.Get("me");
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                break;
            }

            await Said();
        }

        (await visitor.Get("me").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.session-ended");
    }

    private sealed class Sessions : DbCommandInterceptor
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command,
            CommandEventData eventData,
            InterceptionResult<System.Data.Common.DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (command.CommandText.Contains("identity.sessions", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _count);
            }

            return ValueTask.FromResult(result);
        }
    }
}
