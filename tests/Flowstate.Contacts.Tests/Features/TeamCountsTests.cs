using System.Text.Json;
using Flowstate.Contacts.Jobs;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public class TeamCountsTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task A_leader_sees_the_numbers_of_the_downline_and_none_of_its_contacts()
    {
        var leader = await Join("Lea", "leader", null);
        var mira = await Join("Mira", "rep", leader.Id);
        var emil = await Join("Emil", "rep", mira.Id);
        var other = await Join("Otto", "rep", null);
        await Create(new { firstName = "One" }, Harness.As(mira));
        var two = await Create(new { firstName = "Two" }, Harness.As(emil));
        await Create(new { firstName = "Three" }, Harness.As(emil));
        await Create(new { firstName = "Four" }, Harness.As(other));
        await Post($"/{two}/facts", Invite(Now), by: Harness.As(emil));
        await Post($"/{two}/facts", Invite(Now.AddDays(-9)), by: Harness.As(emil));

        var seen = await Counts(Harness.As(leader));

        seen.Keys.ShouldBe(["Emil", "Lea", "Mira"], ignoreOrder: true);
        seen["Emil"].GetProperty("contacts").GetInt64().ShouldBe(2);
        seen["Emil"].GetProperty("stages").GetProperty("lead").GetInt64().ShouldBe(2);
        seen["Emil"].GetProperty("factsThisWeek").GetInt64().ShouldBe(1);
        seen["Emil"].GetProperty("factsLastWeek").GetInt64().ShouldBe(1);
        seen["Lea"].GetProperty("contacts").GetInt64().ShouldBe(0);
        (await Get("/", Harness.As(leader))).GetArrayLength().ShouldBe(0);
        (await Counts(Harness.As(mira))).Keys.ShouldBe(["Emil", "Mira"], ignoreOrder: true);
        (await Counts(Api)).Keys.ShouldBe(["Emil", "Lea", "Mira", "Otto"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_has_been_due_for_three_days_shows_to_the_leader_as_a_number()
    {
        var leader = await Join("Lea", "leader", null);
        var mira = await Join("Mira", "rep", leader.Id);
        await Harness.Hear(new WorkspaceCreated(Me.WorkspaceId, 1, Now, "Team", "NO", "Europe/Oslo", Me.Id));
        using var miras = Harness.As(mira);
        var id = await Create(by: miras);
        foreach (var days in new[] { -1, -4, -5 })
        {
            await Post($"/{id}/follow-ups", new { title = "Call", dueAt = Now.AddDays(days) }, by: miras);
        }

        await RunJob<EscalateOverdueFollowUps>();

        var seen = await Counts(Harness.As(leader));
        seen["Mira"].GetProperty("longOverdue").GetInt64().ShouldBe(2);
        seen["Lea"].GetProperty("longOverdue").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task A_tree_whose_copy_is_a_circle_for_a_moment_is_counted_once()
    {
        var first = await Join("First", "leader", null);
        var second = await Join("Second", "leader", first.Id);
        await Harness.Hear(
            new MemberUpdated(Me.WorkspaceId, first.Id, 2, Now, "First", "leader", "UTC", 60, "active", second.Id)
        );

        (await Counts(Harness.As(first))).Keys.ShouldBe(["First", "Second"], ignoreOrder: true);
    }

    private static object Invite(DateTimeOffset at) =>
        new
        {
            eventId = Guid.CreateVersion7().ToString(),
            type = "INVITE_SENT",
            at,
        };

    private async Task<TestMember> Join(string name, string role, Guid? sponsor)
    {
        var member = Me.Colleague(role, name);
        await Harness.Hear(new MemberJoined(Me.WorkspaceId, member.Id, 1, Now, name, role, "Europe/Oslo", sponsor));
        return member;
    }

    private async Task<Dictionary<string, JsonElement>> Counts(HttpClient by) =>
        (await Get("/team-counts", by))
            .EnumerateArray()
            .ToDictionary(member => member.GetProperty("name").GetString()!);
}
