using System.Net.Http.Json;
using Flowstate.Contacts.Events;
using Flowstate.Testing;

namespace Flowstate.Intelligence.Tests.Reactions;

public sealed class ErasedTests(IntelligenceHost host) : IntelligenceTest(host)
{
    private const string Unmistakable = "Quillfeather";

    [Fact]
    public async Task What_is_heard_of_a_contact_after_it_was_erased_leaves_nothing_of_it()
    {
        var ana = Contact(Unmistakable, days: 30);
        var id = ana.ContactId;
        await Hear(Created(ana), Touched(id, 2, 9), Scheduled(id, 3, "manual", Now.AddDays(-2)));
        await Client
            .PostAsJsonAsync($"/api/v1/intelligence/next-actions/{id}/skip", new { reason = Unmistakable }, Ct)
            .Json();
        (await Rows("snoozes", "true")).ShouldBe(1);

        await Hear(new ContactsErased(Me.WorkspaceId, Guid.CreateVersion7(), Now, Me.Id, [new DeletedContact(id, 9)]));
        // What waited in the inbox meanwhile: told before, heard after.
        var late = Guid.CreateVersion7();
        await Hear(
            new FollowUpScheduled(Me.WorkspaceId, id, 4, Now, late, "manual", $"Call {Unmistakable}", Now, null),
            new FollowUpRescheduled(Me.WorkspaceId, id, 5, Now, late, "manual", $"Call {Unmistakable}", Now.AddDays(1)),
            new FollowUpClosed(Me.WorkspaceId, id, 6, Now, late, "done", Me.Id),
            Touched(id, 7, 1),
            new ContactUpdated(Me.WorkspaceId, 8, Now, ana with { Version = 8 })
        );

        foreach (var table in new[] { "subjects", "follow_ups", "snoozes", "next_actions", "inbox" })
        {
            (await Rows(table, $"t::text like '%{Unmistakable}%'")).ShouldBe(0, table);
        }

        (await Rows("follow_ups", "title <> ''")).ShouldBe(0);
        (await Rows("snoozes", "true") + await Rows("next_actions", "true")).ShouldBe(0);
        (await Rows("subjects", "owner_id is null and last_touch_at is null and deleted")).ShouldBe(1);
    }

    private Task<long> Rows(string table, string where) =>
        Host.Scalar<long>(
            $"select count(*) from intelligence.{table} t where workspace_id = '{Me.WorkspaceId}' and {where}"
        );
}
