using Flowstate.Testing;

namespace Flowstate.Intelligence.Tests.Features;

public sealed class SummaryTests(IntelligenceHost host) : IntelligenceTest(host)
{
    [Fact]
    public async Task The_summary_counts_today_and_tomorrow()
    {
        var later = Contact("Later", "nurture");
        await Hear(Created(Contact()), Created(Contact("Bo")), Created(later));
        await Hear(Touched(later.ContactId, 2, 0), Scheduled(later.ContactId, 3, "manual", Now.AddDays(1)));
        var summary = (await Client.GetAsync("/api/v1/intelligence/next-actions/summary", Ct).Json()).GetProperty(
            "data"
        );
        summary.GetProperty("due").GetInt32().ShouldBe(2);
        summary.GetProperty("minutes").GetInt32().ShouldBe(6);
        summary.GetProperty("tomorrow").GetInt32().ShouldBe(1);
        using var stranger = Host.As(TestMember.New());
        var nothing = await stranger.GetAsync("/api/v1/intelligence/next-actions/summary", Ct).Json();
        nothing.GetProperty("data").GetProperty("due").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task The_minutes_of_very_many_actions_still_add_up()
    {
        await using var insert = Host.Owner.CreateCommand(
            $"""
            insert into intelligence.next_actions (workspace_id, contact_id, owner_id, rule, base, due_at, minutes)
            select '{Me.WorkspaceId}', gen_random_uuid(), '{Me.Id}', 'sayHello', 42, now(), 3 from generate_series(1, 12000)
            """
        );
        await insert.ExecuteNonQueryAsync(Ct);
        var summary = (await Client.GetAsync("/api/v1/intelligence/next-actions/summary", Ct).Json()).GetProperty(
            "data"
        );
        summary.GetProperty("minutes").GetInt32().ShouldBe(36_000);
    }
}
