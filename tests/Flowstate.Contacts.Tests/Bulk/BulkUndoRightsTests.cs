using System.Net;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Bulk;

/// <summary>An undo needs the rights of today, not those of when the change was made.</summary>
public sealed class BulkUndoRightsTests(ContactsTest.Server server) : BulkTest(server)
{
    [Fact]
    public async Task Who_does_not_see_the_workspace_any_more_cannot_take_back_what_was_done_all_over_it()
    {
        var his = await Create(by: Harness.As(await Colleague()));
        var change = await Change(
            new
            {
                action = "tag",
                tags = new[] { "vip" },
                audience = new { },
            }
        );
        using var demoted = Harness.As(Me with { Role = "rep" });

        (await Refused($"/bulk/{change.GetProperty("id").GetGuid()}/undo", new { }, HttpStatusCode.Forbidden, demoted))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.bulk-undo-not-allowed");

        (await Tags(his)).ShouldBe(["vip"]);
        Undone(await Undo(change)).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Without_the_right_to_assign_nobody_takes_contacts_back()
    {
        var ana = await Create();
        var tom = await Colleague();
        var change = await Change(
            new
            {
                action = "assign",
                ownerId = tom.Id,
                ids = new[] { ana },
            }
        );
        using var less = Harness.As(Me with { Permissions = [ContactsModule.Read, ContactsModule.Write] });

        await Refused($"/bulk/{change.GetProperty("id").GetGuid()}/undo", new { }, HttpStatusCode.Forbidden, less);

        (await Card(ana)).GetProperty("ownerId").GetGuid().ShouldBe(tom.Id);
    }
}
