using Flowstate.Contacts.Events;

namespace Flowstate.Intelligence.Tests.Reactions;

public sealed class MergeTests(IntelligenceHost host) : IntelligenceTest(host)
{
    [Fact]
    public async Task The_merged_one_is_off_the_list_and_the_kept_one_has_its_follow_up_until_it_is_undone()
    {
        var (ana, anna) = (Contact("Ana", version: 1), Contact("Anna", version: 40));
        var (keptId, mergedId) = (ana.ContactId, anna.ContactId);
        var call = new FollowUpDetails(Guid.CreateVersion7(), "manual", "Call", Now.AddHours(-2), 0);
        await Hear(Created(ana), Created(anna), Fact(mergedId, 41, "INVITE_SENT", Now.AddDays(-1)));
        await Hear(Scheduled(mergedId, 42, "manual", call.DueAt, call.FollowUpId));
        var merged = new ContactsMerged(
            Me.WorkspaceId,
            44,
            Now,
            Guid.CreateVersion7(),
            Me.Id,
            State(ana with { Version = 44 }, ["INVITE_SENT"], [call]),
            mergedId,
            43
        );

        await Hear(merged, merged);
        var action = (await List()).ShouldHaveSingleItem();
        (action.ContactId, action.FollowUpId).ShouldBe((keptId, call.FollowUpId));

        var unmerged = new ContactsUnmerged(
            Me.WorkspaceId,
            45,
            Now,
            merged.MergeId,
            Me.Id,
            State(ana with { Version = 45 }, [], []),
            State(anna with { Version = 46 }, ["INVITE_SENT"], [call]),
            []
        );
        await Hear(unmerged);
        // The end of the merge told again, later than it was.
        await Hear(merged with { At = Now });
        (await List()).Select(one => one.ContactId).ShouldBe([mergedId, keptId], ignoreOrder: true);
        (await Next(mergedId))!.FollowUpId.ShouldBe(call.FollowUpId);
        (await Next(keptId))!.FollowUpId.ShouldBeNull();
        (await Facts(keptId)).ShouldBe(0);
        (await Facts(mergedId)).ShouldBe(1);

        // What is done now is done by the versions of who has it.
        await Hear(new FollowUpClosed(Me.WorkspaceId, mergedId, 47, Now, call.FollowUpId, "done", Me.Id));
        (await Next(mergedId))?.FollowUpId.ShouldBeNull();
    }

    private static ContactState State(ContactDetails contact, string[] facts, FollowUpDetails[] open) =>
        new(contact, null, null, false, 0, null, facts, facts.FirstOrDefault(), null, open);

    private Task<int> Facts(Guid contact) =>
        Host.Scalar<int>($"select cardinality(facts) from intelligence.subjects where contact_id = '{contact}'");
}
