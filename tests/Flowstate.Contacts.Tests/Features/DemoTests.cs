using System.Text.Json;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Tests.Features;

public class DemoTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task The_demo_fills_every_stage_with_contacts_that_came_there_by_the_rules()
    {
        var demo = new DemoWorkspace { WorkspaceId = Me.WorkspaceId };
        demo.Members.AddRange([(Me.Id, "Ana"), (Guid.CreateVersion7(), "Jonas"), (Guid.CreateVersion7(), "Sofie")]);
        await using (var scope = Harness.Scope(Me.WorkspaceId))
        {
            await scope.ServiceProvider.GetRequiredService<IDemoData>().Fill(demo, Ct);
        }

        var columns = (await Get("/board")).GetProperty("columns").EnumerateArray().ToList();
        columns.ShouldAllBe(column => column.GetProperty("count").GetInt64() >= 15);
        columns.Sum(column => column.GetProperty("count").GetInt64()).ShouldBe(500);
        columns[0].GetProperty("conversion").GetDouble().ShouldBeInRange(0.2, 0.95);
        (
            await Harness.Scalar<long>(
                $"select count(*) from contacts.stage_moves where workspace_id = '{Me.WorkspaceId}' and forced"
            )
        ).ShouldBe(0);
        (await Get("/daily-progress")).GetProperty("week").EnumerateArray().Sum(Done).ShouldBeGreaterThan(3);
        var told = await Harness.Told.Wait<ContactSnapshot>(500, raised => raised.WorkspaceId == Me.WorkspaceId);
        told.Select(raised => raised.Contact.ContactId).ShouldBeUnique();
        told.Count(raised => raised.FollowUps.Count > 0).ShouldBeGreaterThan(30);
        told.ShouldAllBe(raised => raised.LastTouchAt == null || raised.LastTouchAt <= Now);
    }

    private static int Done(JsonElement day) =>
        day.GetProperty("invites").GetInt32() + day.GetProperty("followUps").GetInt32();
}
