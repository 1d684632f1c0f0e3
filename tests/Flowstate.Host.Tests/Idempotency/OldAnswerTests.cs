using System.Net;
using Flowstate.Contacts;
using Flowstate.Shared.Jobs;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Host.Tests.Idempotency;

public sealed class OldAnswerTests
{
    [Fact]
    public async Task A_workspace_that_fell_silent_keeps_no_answer_past_its_day()
    {
        await using var module = await ModuleHarness<ContactsModule>.Start();
        var (silent, busy) = (TestMember.New(), TestMember.New());
        await module.As(silent).Send("k1", new { FirstName = "Tom Berg" }).Json(HttpStatusCode.Created);
        await module.As(busy).Send("k2", new { FirstName = "Eva Dahl" }).Json(HttpStatusCode.Created);
        await using (
            var age = module.Owner.CreateCommand(
                "update contacts.idempotency_keys set created_at = created_at - interval '24 hours 1 minute' where key = 'k1'"
            )
        )
        {
            await age.ExecuteNonQueryAsync();
        }

        await using (var scope = module.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetServices<IRecurringJob>()
                .Single(job => job.Id == "platform.forget-old-answers")
                .Run(TestContext.Current.CancellationToken);
        }

        (await module.Scalar<string>("select string_agg(key, ',') from contacts.idempotency_keys")).ShouldBe("k2");
    }
}
