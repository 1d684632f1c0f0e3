using System.Text.Json;
using Flowstate.Contacts.Events;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Reactions;

public sealed class WhenTouchLoggedTests : IdentityTest
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_members_last_touch_only_moves_forward()
    {
        var owner = await Owner();
        var me = (await owner.Get("me").Json()).GetProperty("data");

        await Host.Hear(Touch(me, Noon));
        (await LastTouch(owner)).ShouldBe(Noon);

        // One after the other: events of several contacts heard at once are handled in any order.
        await Host.Hear(Touch(me, Noon.AddHours(2)));
        await Host.Hear(Touch(me, Noon.AddHours(1)));
        (await LastTouch(owner)).ShouldBe(Noon.AddHours(2));
    }

    [Fact]
    public async Task Activity_makes_nobodys_edit_stale()
    {
        var owner = await Owner();
        var me = (await owner.Get("me").Json()).GetProperty("data");

        await Host.Hear(Touch(me, Noon));

        (await Host.Scalar<long>("select version from identity.members")).ShouldBe(1);
    }

    [Fact]
    public async Task Touches_of_nobody_and_of_other_workspaces_change_nothing()
    {
        var owner = await Owner();
        var me = (await owner.Get("me").Json()).GetProperty("data");

        await Host.Hear(
            Touch(me, Noon) with
            {
                ByMemberId = null,
            },
            Touch(me, Noon) with
            {
                WorkspaceId = Guid.CreateVersion7(),
            }
        );

        (await LastTouch(owner)).ShouldBeNull();
    }

    private static async Task<DateTimeOffset?> LastTouch(Visitor owner) =>
        (await owner.Get("members").Json())
            .GetProperty("data")[0]
            .GetProperty("lastTouchAt")
            .Deserialize<DateTimeOffset?>();

    private static TouchLogged Touch(JsonElement me, DateTimeOffset at) =>
        new(
            me.GetProperty("workspace").GetProperty("id").GetGuid(),
            Guid.CreateVersion7(),
            2,
            at,
            Guid.CreateVersion7(),
            "call",
            "reached",
            me.GetProperty("id").GetGuid(),
            at,
            at.AddDays(30),
            false
        );
}
