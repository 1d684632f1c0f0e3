using Flowstate.Contacts.Events;

namespace Flowstate.Intelligence.Tests.Reactions;

public sealed class CopyTests(IntelligenceHost host) : IntelligenceTest(host)
{
    [Fact]
    public async Task Events_in_any_order_and_twice_give_the_same_copy()
    {
        var ana = Contact(stage: "lead", warmth: 2, days: 30);
        var id = ana.ContactId;
        var followUp = Guid.CreateVersion7();
        Abstractions.IIntegrationEvent[] story =
        [
            Created(ana),
            Touched(id, 2, 9),
            new StageChanged(Me.WorkspaceId, id, 3, Now.AddDays(-9), "lead", "relationship", false, null, Me.Id),
            Fact(id, 4, "INVITE_SENT", Now.AddDays(-8)),
            Scheduled(id, 5, "manual", Now.AddDays(-2), followUp),
            new QualificationChanged(Me.WorkspaceId, id, 6, Now.AddDays(-7), 75),
            new ContactUpdated(Me.WorkspaceId, 7, Now, Contact("Anna", "relationship", 4, 9, 7, id)),
            new FollowUpRescheduled(Me.WorkspaceId, id, 8, Now, followUp, "manual", "Later", Now.AddDays(-1)),
            Touched(id, 9, 5),
            new StageChanged(Me.WorkspaceId, id, 10, Now.AddDays(-5), "relationship", "invited", false, null, Me.Id),
            new FollowUpClosed(Me.WorkspaceId, id, 11, Now, followUp, "done", Me.Id),
            Fact(id, 12, "DM_STARTED", Now.AddDays(-4)),
        ];
        await Hear(story);
        var straight = await Copy();
        var action = await Next(id);
        action!.Reason.ShouldBe("Invited 5 days ago; you know 3 of the 4 answers you need before you show anything.");
        (action.Name, action.Warmth).ShouldBe(("Anna", 4));

        foreach (var seed in new[] { 1, 2, 3 })
        {
            await Empty();
            // The inbox keeps the order per reaction and contact; between reactions there is none.
            var shuffled = story.ToArray();
            new Random(seed).Shuffle(shuffled);
            foreach (var heard in shuffled)
            {
                await Hear(heard, heard);
            }

            (await Copy()).ShouldBe(straight);
        }
    }

    [Fact]
    public async Task A_closed_follow_up_stays_closed_when_its_beginning_comes_late()
    {
        var ana = Contact(stage: "nurture");
        var followUp = Guid.CreateVersion7();
        await Hear(Created(ana), Touched(ana.ContactId, 2, 1));
        await Hear(new FollowUpClosed(Me.WorkspaceId, ana.ContactId, 4, Now, followUp, "done", Me.Id));
        await Hear(Scheduled(ana.ContactId, 3, "manual", Now.AddHours(-1), followUp));
        (await Next(ana.ContactId))!.FollowUpId.ShouldBeNull();
    }

    [Fact]
    public async Task A_deleted_contact_is_off_the_list_until_it_is_restored()
    {
        var ana = Contact();
        var followUp = new FollowUpDetails(Guid.CreateVersion7(), "manual", "Call", Now.AddHours(-1), 0);
        await Hear(Created(ana), new ContactDeleted(Me.WorkspaceId, ana.ContactId, 3, Now, Me.Id));
        await Hear(new ContactUpdated(Me.WorkspaceId, 2, Now, ana with { Version = 2 }));
        (await List()).ShouldBeEmpty();
        await Hear(new ContactRestored(Me.WorkspaceId, 4, Now, ana with { Version = 4 }, [followUp]));
        (await List()).ShouldHaveSingleItem().FollowUpId.ShouldBe(followUp.FollowUpId);
    }

    [Fact]
    public async Task A_batch_of_five_hundred_gives_five_hundred_actions()
    {
        var contacts = Enumerable.Range(0, 500).Select(number => Contact($"P{number}")).ToList();
        contacts.Add(contacts[3] with { Version = 2, Name = "Completed" });
        await Hear(new ContactsImported(Me.WorkspaceId, 1, Now, Guid.CreateVersion7(), contacts));
        (
            await Host.Scalar<long>(
                $"select count(*) from intelligence.next_actions where workspace_id = '{Me.WorkspaceId}' and rule = 'sayHello'"
            )
        ).ShouldBe(500);
        (await Next(contacts[3].ContactId))!.Name.ShouldBe("Completed");
    }

    [Fact]
    public async Task A_replay_fills_an_empty_copy_and_mends_a_stale_one()
    {
        var ana = Contact(stage: "presentationSent", warmth: 4, days: 3, version: 9);
        var open = new FollowUpDetails(Guid.CreateVersion7(), "videoCheckIn", "Check in", Now.AddHours(-3), 1);
        var snapshot = new ContactSnapshot(
            Me.WorkspaceId,
            9,
            Now,
            ana,
            Now.AddDays(-2),
            Now.AddDays(58),
            100,
            null,
            ["INVITE_SENT", "VIDEO_SENT"],
            [open],
            false
        );
        await Hear(snapshot);
        var action = (await List()).ShouldHaveSingleItem();
        (action.FollowUpId, action.Purpose).ShouldBe((open.FollowUpId, "videoCheckIn"));

        // The end of this follow-up was never heard; a newer snapshot no longer names it.
        await Hear(snapshot with { Version = 12, Contact = ana with { Version = 12 }, FollowUps = [] });
        (await List()).ShouldHaveSingleItem().Title.ShouldBe("Ask what is still open");

        await Hear(snapshot with { Version = 10, Contact = ana with { Version = 10, Name = "Old" } });
        (await Next(ana.ContactId))!.Name.ShouldBe("Ana");
    }

    [Fact]
    public async Task A_no_thanks_rests_the_contact_and_a_note_does_not_end_it()
    {
        var ana = Contact(stage: "relationship", days: 200);
        var id = ana.ContactId;
        await Hear(Created(ana), Touched(id, 2, 150, "noThanks"));
        (await Next(id)).ShouldBeNull();
        await Hear(Touched(id, 3, 150) with { Channel = "note", Resting = true });
        (await Next(id)).ShouldBeNull();
        await Hear(Touched(id, 4, 10));
        (await Next(id))!.Action.ShouldBe("invite");
    }

    [Fact]
    public async Task Another_cadence_redates_everybody_from_their_last_touch()
    {
        var ana = Contact(stage: "nurture", warmth: 5, days: 300);
        await Hear(Created(ana), Touched(ana.ContactId, 2, 20));
        (await Next(ana.ContactId))!.DueAt.ShouldBe(Now.AddDays(10));
        await Hear(new CadenceChanged(Me.WorkspaceId, 3, Now, null, 120, 90, 60, 14));
        await Hear(new CadenceChanged(Me.WorkspaceId, 2, Now, null, 120, 90, 60, 99));
        var action = (await List()).ShouldHaveSingleItem();
        action.DueAt.ShouldBe(Now.AddDays(-6));
        action.Reason.ShouldBe("No touch for 20 days; you keep five-star people within 14.");
    }

    [Fact]
    public async Task What_is_heard_before_the_contact_itself_waits_for_it()
    {
        var ana = Contact(stage: "lead");
        await Hear(Scheduled(ana.ContactId, 2, "manual", Now.AddHours(-1)), Touched(ana.ContactId, 3, 1));
        (await List()).ShouldBeEmpty();
        await Hear(Created(ana));
        (await List()).ShouldHaveSingleItem().Title.ShouldBe("A manual");
    }

    private Task<string> Copy() =>
        Host.Scalar<string>(
            $"""
            with s as (select contact_id, name, warmth, stage, stage_entered_at, last_touch_at, resting,
                qualification_score, array(select unnest(facts) order by 1), last_fact, last_fact_at
              from intelligence.subjects where {Mine}),
            f as (select contact_id, open from intelligence.follow_ups where {Mine}),
            a as (select * from intelligence.next_actions where {Mine})
            select (select string_agg(s::text, ';') from s) || (select string_agg(f::text, ';') from f)
              || (select string_agg(a::text, ';') from a)
            """
        );

    private Task<long> Empty() =>
        Host.Scalar<long>(
            $"""
            with s as (delete from intelligence.subjects where {Mine}),
              f as (delete from intelligence.follow_ups where {Mine}),
              a as (delete from intelligence.next_actions where {Mine})
            select 1::bigint
            """
        );

    private string Mine => $"workspace_id = '{Me.WorkspaceId}'";
}
