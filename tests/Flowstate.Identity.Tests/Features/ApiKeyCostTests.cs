using System.Data.Common;
using System.Net;
using System.Text.Json;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Identity.Tests.Features;

/// <summary>What a key asks of the database: next to nothing.</summary>
public sealed class ApiKeyCostTests : IdentityTest
{
    private readonly Queries _queries = new();

    public override async ValueTask InitializeAsync() =>
        Host = await ModuleHarness<IdentityModule>.Start(builder =>
            builder.Services.ConfigureDbContext<IdentityDbContext>(options => options.AddInterceptors(_queries))
        );

    [Fact]
    public async Task A_warm_request_asks_nobody_about_its_key_nor_does_a_guess_that_is_repeated()
    {
        var owner = await Owner();
        var (_, secret) = await owner.NewKey();
        var program = Programs.Program(Host.Address, secret);
        var guess = Programs.Program(Host.Address, secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A'));
        await program.Get("members").Json();
        await guess.Refused("identity.key-unknown");
        var cold = _queries.Count;

        for (var request = 0; request < 20; request++)
        {
            await program.Get("members").Json();
            await guess.Refused("identity.key-unknown");
        }

        cold.ShouldBe(2);
        _queries.Count.ShouldBe(cold);
    }

    [Fact]
    public async Task Who_guesses_keys_is_stopped_before_the_database_and_keys_that_work_go_on()
    {
        var owner = await Owner();
        var program = Programs.Program(Host.Address, (await owner.NewKey()).Secret);
        await program.Get("members").Json();
        var workspace = await Host.Scalar<Guid>("select id from identity.workspaces");
        var guess = () => Programs.Program(Host.Address, ApiKeySecret.New(workspace).Text);
        for (var number = 0; number < 60; number++)
        {
            await guess().Refused("identity.key-unknown");
        }

        await guess().Get("members").Problem(HttpStatusCode.TooManyRequests);

        var asked = _queries.Count;
        using var refused = await guess().Get("members");

        (await Task.FromResult(refused).ProblemCode(HttpStatusCode.TooManyRequests)).ShouldBe(
            "identity.too-many-attempts"
        );
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        _queries.Count.ShouldBe(asked);
        await program.Get("members").Json();
        // Open to everybody: also to who comes with a bad key.
        (await guess().Get("setup")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_key_that_asks_a_hundred_times_at_once_is_no_guess()
    {
        var owner = await Owner();
        var program = Programs.Program(Host.Address, (await owner.NewKey()).Secret);
        _queries.Delay = TimeSpan.FromSeconds(2);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => program.Get("members")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("fsk_")]
    [InlineData("fsk_abcdefgh_short")]
    [InlineData("fsk_abcdefgh_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("fsk_abcdefgh_/////AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("fsk_abcdefgh________________________AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_key_is_refused_without_asking(string presented)
    {
        await Owner();

        await Programs.Program(Host.Address, presented).Refused("identity.key-unknown");

        _queries.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Its_last_use_is_written_down_once_a_minute()
    {
        var owner = await Owner();
        var program = Programs.Program(Host.Address, (await owner.NewKey()).Secret);
        await program.Get("members").Json();
        await UsedBy(1);

        Host.Clock.Advance(TimeSpan.FromSeconds(50));
        await program.Get("members").Json();
        Host.Clock.Advance(TimeSpan.FromSeconds(11));
        var now = Host.Clock.GetUtcNow();
        await program.Get("members").Json();

        await UsedBy(2);
        var written = (await owner.Get("api-keys").Data<JsonElement[]>()).Single().GetProperty("lastUsedAt");
        (written.GetDateTimeOffset() - now).Duration().ShouldBeLessThan(TimeSpan.FromMilliseconds(1));
    }

    private async Task UsedBy(int times)
    {
        for (var patience = 0; patience < 100 && _queries.Uses < times; patience++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        _queries.Uses.ShouldBe(times);
    }

    private sealed class Queries : DbCommandInterceptor
    {
        private int _count;
        private int _uses;

        public int Count => Volatile.Read(ref _count);

        public int Uses => Volatile.Read(ref _uses);

        /// <summary>How long each look-up takes.</summary>
        public TimeSpan Delay { get; set; }

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            DbDataReader result,
            CancellationToken cancellationToken = default
        )
        {
            if (command.CommandText.Contains(".hash = ", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _count);
                await Task.Delay(Delay, cancellationToken);
            }

            return result;
        }

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            int result,
            CancellationToken cancellationToken = default
        )
        {
            if (command.CommandText.Contains("last_used_at = @", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _uses);
            }

            return ValueTask.FromResult(result);
        }
    }
}
