using System.Net;
using Flowstate.Contacts;
using Flowstate.Testing;

namespace Flowstate.Host.Tests.Idempotency;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private static readonly TestMember Ana = TestMember.New();
    private ModuleHarness<ContactsModule> _module = null!;

    public async ValueTask InitializeAsync() => _module = await ModuleHarness<ContactsModule>.Start();

    public ValueTask DisposeAsync() => _module.DisposeAsync();

    [Fact]
    public async Task The_same_request_gets_the_same_answer()
    {
        using var ana = _module.As(Ana);
        using var first = await ana.Send("k1", new { FirstName = "Tom Berg" });
        using var again = await ana.Send("k1", new { FirstName = "Tom Berg" });

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await again.Whole()).ShouldBe(await first.Whole());
        first.Headers.ETag.ShouldNotBeNull();
        (first.WasReplayed(), again.WasReplayed()).ShouldBe((false, true));
        (await Rows()).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_refused()
    {
        using var ana = _module.As(Ana);
        var id = (await ana.Send("k1", new { FirstName = "Tom Berg" }).Json(HttpStatusCode.Created))
            .GetProperty("data")
            .GetProperty("id")
            .GetString();

        (await ana.Send("k1", new { FirstName = "Eva" }).ProblemCode(HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "platform.idempotency-key-reused"
        );
        var elsewhere = ana.Send("k1", new { FirstName = "Tom Berg" }, $"/api/v1/contacts/{id}", "PUT");
        (await elsewhere.ProblemCode(HttpStatusCode.UnprocessableEntity)).ShouldBe("platform.idempotency-key-reused");
        (await Rows()).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_asks_while_the_first_is_at_it_is_told_so()
    {
        using var ana = _module.As(Ana);
        await using var other = await _module.Owner.OpenConnectionAsync();
        await using var locked = await other.BeginTransactionAsync();
        await using (var command = other.CreateCommand())
        {
            command.CommandText = "lock table contacts.contacts in exclusive mode";
            await command.ExecuteNonQueryAsync();
        }

        var first = ana.Send("k1", new { FirstName = "Tom Berg" });
        await Machine.Until(async () =>
            await _module.Scalar<bool>(
                "select exists (select 1 from pg_locks where locktype = 'relation' and not granted)"
            )
        );

        (await ana.Send("k1", new { FirstName = "Tom Berg" }).ProblemCode(HttpStatusCode.Conflict)).ShouldBe(
            "platform.idempotency-in-progress"
        );
        await locked.RollbackAsync();
        (await first).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_thousand_at_once_make_one_row()
    {
        using var ana = _module.As(Ana);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 1_000).Select(_ => ana.Send("k1", new { FirstName = "Tom Berg" }))
        );

        var statuses = answers.Select(answer => answer.StatusCode).Distinct().ToList();
        statuses.ShouldBeSubsetOf([HttpStatusCode.Created, HttpStatusCode.Conflict]);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created && !answer.WasReplayed()).ShouldBe(1);
        (await Rows()).ShouldBe(1);
        await Machine.Until(() => Task.FromResult(_module.Told.Told.Count > 0));
        _module.Told.Told.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("raise exception 'the disk is full'")]
    [InlineData("perform pg_terminate_backend(pg_backend_pid())")]
    public async Task What_breaks_at_the_commit_leaves_neither_row_nor_answer(string how)
    {
        using var ana = _module.As(Ana);
        await Execute(
            $"""
            create function contacts.break() returns trigger language plpgsql as $$ begin {how}; return null; end $$;
            alter function contacts.break() security definer;
            create constraint trigger break after insert on contacts.idempotency_keys
              deferrable initially deferred for each row execute function contacts.break();
            """
        );
        ((int)(await ana.Send("k1", new { FirstName = "Tom Berg" })).StatusCode).ShouldBeGreaterThanOrEqualTo(500);
        (await Rows()).ShouldBe(0);

        await Execute("drop trigger break on contacts.idempotency_keys");
        using var again = await ana.Send("k1", new { FirstName = "Tom Berg" });
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.WasReplayed().ShouldBeFalse();
        (await Rows()).ShouldBe(1);
    }

    [Fact]
    public async Task A_key_is_its_members_own()
    {
        foreach (var member in new[] { Ana, Ana.Colleague(), TestMember.New() })
        {
            using var answer = await _module.As(member).Send("k1", new { FirstName = "Tom Berg" });
            answer.StatusCode.ShouldBe(HttpStatusCode.Created);
            answer.WasReplayed().ShouldBeFalse();
        }

        (await Rows()).ShouldBe(3);
    }

    [Fact]
    public async Task After_a_day_the_key_is_free_and_old_ones_are_gone()
    {
        using var ana = _module.As(Ana);
        for (var number = 0; number < 5; number++)
        {
            await ana.Send($"k{number}", new { FirstName = "Tom Berg" });
        }

        _module.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        (await ana.Send("k1", new { FirstName = "Tom Berg" })).WasReplayed().ShouldBeTrue();
        _module.Clock.Advance(TimeSpan.FromSeconds(1));
        (await ana.Send("k1", new { FirstName = "Eva" })).WasReplayed().ShouldBeFalse();

        (await Rows()).ShouldBe(6);
        (await _module.Scalar<long>("select count(*) from contacts.idempotency_keys")).ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        using var ana = _module.As(Ana);
        await ana.Send("k1", new { FirstName = "" }).Problem(HttpStatusCode.BadRequest);
        var mail = new { FirstName = "Tom", Emails = new[] { new { Value = "tom@nordlys.example" } } };
        await ana.Send("k2", mail).Data<object>(HttpStatusCode.Created);
        await ana.Send("k1", mail).Problem(HttpStatusCode.Conflict);

        (await ana.Send("k1", new { FirstName = "Tom Berg" })).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\tb")]
    public async Task A_key_is_visible_ascii(string key)
    {
        using var ana = _module.As(Ana);
        (await ana.Send(key, new { FirstName = "Tom" }).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "platform.idempotency-key-malformed"
        );
        (await ana.Send(new string('k', 255), new { FirstName = "Tom" })).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await ana.Send(new string('k', 256), new { FirstName = "Tom" })).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    private Task<long> Rows() => _module.Scalar<long>("select count(*) from contacts.contacts");

    private async Task Execute(string sql)
    {
        await using var command = _module.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
