using System.Net;

namespace Flowstate.Identity.Tests.Features;

public sealed class ReadyTests : IdentityTest
{
    [Fact]
    public async Task Whether_it_is_ready_is_found_out_once_a_second()
    {
        (await Ask()).ShouldBe(HttpStatusCode.OK);
        await Run("alter table identity.outbox rename to outbox_away");
        (await Ask()).ShouldBe(HttpStatusCode.OK);

        Host.Clock.Advance(TimeSpan.FromSeconds(1));

        (await Ask()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        await Run("alter table identity.outbox_away rename to outbox");
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Ask()).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> Ask()
    {
        using var client = Host.Anonymous();
        using var answer = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task Run(string sql)
    {
        await using var command = Host.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
