using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Bulk;

public sealed class BulkSearchTests(ContactsTest.Server server) : BulkTest(server)
{
    [Fact]
    public async Task Who_is_tagged_is_found_by_the_tag_and_no_more_once_untagged()
    {
        var ana = await Create(new { firstName = "Ana", tags = new[] { "gym" } });

        var change = await Change(
            new
            {
                action = "tag",
                tags = new[] { "Café (a|b)+", "gym" },
                ids = new[] { ana },
            }
        );

        (await Found("cafe (a|b)+")).ShouldBe([ana]);
        (await Found("gym")).ShouldBe([ana]);
        Undone(await Undo(change)).ShouldBe((1, 0));
        (await Found("cafe")).ShouldBeEmpty();
        (await Found("gym")).ShouldBe([ana]);
        await Change(
            new
            {
                action = "untag",
                tags = new[] { "gym" },
                ids = new[] { ana },
            }
        );
        (await Found("gym")).ShouldBeEmpty();
    }

    private Task<Guid[]> Found(string typed) => Ids($"/?search={Uri.EscapeDataString(typed)}");
}
