using System.Net;
using System.Text.Json;
using Flowstate.Ledger;
using Flowstate.Shared.Identity;
using Flowstate.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Messaging.Tests;

public class PoisonTests
{
    [Fact]
    public async Task A_poisonous_event_is_tried_eight_times_while_others_go_on_and_is_retried_when_told()
    {
        await using var books = await Books.Open();
        await books.Tick(meters: 4, rounds: 3);
        var meter = await books.Scalar<Guid>("select id from meters.meters order by id limit 1");
        var (attempts, poison) = (0, true);
        await using var node = await books.StartNode(builder =>
            builder.Services.AddSingleton(
                new Faults
                {
                    InHandler = heard =>
                        poison
                        && heard.AggregateId == meter
                        && heard.Number == 1
                        && Interlocked.Increment(ref attempts) > 0
                            ? throw new InvalidOperationException("this one is poison")
                            : Task.CompletedTask,
                }
            )
        );

        // The others do not wait for it, its own meter's later ticks do.
        await books.Until("select count(*) = 9 from ledger.entries");
        (await books.Scalar<long>($"select count(*) from ledger.entries where meter = '{meter}'")).ShouldBe(0);
        await books.Until($"select {Books.Quiet}");

        // The first attempt may have been made twice: together with others, and then alone.
        attempts.ShouldBeInRange(8, 9);
        (
            await books.Scalar<bool>(
                $"""
                select attempts = 8 and last_error like '%this one is poison%'
                  and dead_at <= (select min(at) from ledger.entries where meter = key)
                from ledger.inbox where dead_at is not null and key = '{meter}'
                """
            )
        ).ShouldBeTrue();
        (await Numbers()).ShouldBe([2, 3]);

        poison = false;
        await Retry(node, books.Workspace);

        await books.Until($"select {Books.Quiet} and (select count(*) = 12 from ledger.entries)");
        (await Numbers()).ShouldBe([2, 3, 1]);

        Task<long[]> Numbers() =>
            books.Scalar<long[]>($"select array_agg(number order by id) from ledger.entries where meter = '{meter}'");
    }

    private static async Task Retry(WebApplication node, Guid workspace)
    {
        var list = new Uri(new Uri(node.Urls.First()), "/api/v1/platform/dead-letters");
        var admin = TestMember.New() with { WorkspaceId = workspace };
        using var client = As(admin, "platform.admin");
        using var stranger = As(TestMember.New(), "platform.admin");
        using var rep = As(admin, "contacts.read");
        var dead = (await client.GetAsync(list).Data<JsonElement>()).EnumerateArray().Single();
        dead.GetProperty("handler").GetString().ShouldBe(nameof(WhenTicked));
        dead.GetProperty("lastError").GetString()!.ShouldContain("this one is poison");
        var retry = new Uri($"{list}/ledger/{dead.GetProperty("eventId").GetString()}/{nameof(WhenTicked)}/retry");

        (await stranger.GetAsync(list).Data<JsonElement>()).GetArrayLength().ShouldBe(0);
        (await stranger.PostAsync(retry, null).ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "platform.no-dead-letter"
        );
        (await rep.PostAsync(retry, null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.PostAsync(retry, null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.PostAsync(retry, null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        HttpClient As(TestMember member, string permission) =>
            new HttpClient().WithToken(
                TestTokens.Issue(member, node.Services.GetRequiredService<TokenKeys>(), [permission])
            );
    }

    [Theory]
    [InlineData(Books.InProcess)]
    [InlineData(Books.RedisStream)]
    public async Task An_event_that_kills_its_process_is_given_up_and_takes_no_neighbour_with_it(string transport)
    {
        await using var books = await Books.Open(transport);
        await books.Tick(meters: 12, rounds: 1);
        var killer = await books.Scalar<Guid>("select id from meters.meters order by id limit 1");
        var deaths = 0;
        while (true)
        {
            await using var node = await books.StartProcess($"--Killer={killer}", "--Messaging:MaxAttempts=3");
            var quiet = books.Until($"select {Books.Quiet} and (select count(*) > 0 from ledger.entries)");
            if (await Task.WhenAny(node.Died(), quiet) == quiet)
            {
                await quiet;
                break;
            }

            (++deaths).ShouldBeLessThan(6);
        }

        // On a busy machine a lease may run out before its attempt begins, which counts too.
        deaths.ShouldBeInRange(1, 3);
        (await books.Scalar<int>("select attempts from ledger.inbox where dead_at is not null")).ShouldBe(3);
        (await books.Scalar<Guid[]>("select array_agg(key) from ledger.inbox where dead_at is not null")).ShouldBe([
            killer,
        ]);
        (await books.Scalar<string>("select last_error from ledger.inbox where dead_at is not null")).ShouldBe(
            "The process ended while handling it."
        );
        (await books.Scalar<long>("select count(*) from ledger.entries")).ShouldBe(11);
    }

    [Fact]
    public async Task A_row_whose_reaction_nobody_knows_ends_among_the_dead_letters_but_a_fresh_one_waits()
    {
        await using var books = await Books.Open();
        await books.Tick(meters: 1, rounds: 1);
        await using var node = await books.StartNode();
        await books.AllHandledOnceInOrder();
        await using var command = books.Owner.CreateCommand(
            """
            insert into ledger.inbox (event_id, handler, name, key, workspace_id, payload, occurred_at, attempts, next_attempt_at)
            select gen_random_uuid(), 'WhenRenamed', name, key, workspace_id, payload, now(), 0, now() - age
            from ledger.inbox, (values (interval '0'), (interval '25 hours')) ages (age)
            """
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await books.Until("select exists (select 1 from ledger.inbox where dead_at is not null)");

        (await books.Scalar<string>("select string_agg(last_error, ',') from ledger.inbox")).ShouldBe(
            "No reaction has this name."
        );
    }
}
