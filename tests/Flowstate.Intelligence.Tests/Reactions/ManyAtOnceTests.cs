using Flowstate.Contacts.Events;

namespace Flowstate.Intelligence.Tests.Reactions;

public sealed class ManyAtOnceTests(IntelligenceHost host) : IntelligenceTest(host)
{
    [Fact]
    public async Task What_happened_to_many_at_once_is_taken_in_for_each_by_its_own_version()
    {
        var (ana, bo) = (Contact("Ana", version: 5), Contact("Bo", version: 5));
        var (ids, tom) = (new[] { ana.ContactId, bo.ContactId }, Guid.CreateVersion7());
        var checkIn = new FollowUpDetails(Guid.CreateVersion7(), "videoCheckIn", "Check in", Now.AddHours(-1), 0);
        await Hear(Created(ana), Created(bo));
        MovedContact Moved(int at, long version, string to, FollowUpDetails[] planned, Guid[] cancelled) =>
            new(ids[at], version, "lead", to, Now.AddDays(-1), false, planned, cancelled);

        await Hear(
            new ContactsMoved(
                Me.WorkspaceId,
                Guid.CreateVersion7(),
                Now,
                Me.Id,
                null,
                [Moved(0, 7, "presentationSent", [checkIn], []), Moved(1, 4, "nurture", [], [])]
            )
        );
        (await Next(ids[0]))!.FollowUpId.ShouldBe(checkIn.FollowUpId);
        (await Next(ids[1]))!.Stage.ShouldBe("lead", "an older version does not win");

        await Hear(
            new ContactsMoved(
                Me.WorkspaceId,
                Guid.CreateVersion7(),
                Now,
                Me.Id,
                null,
                [Moved(0, 8, "lead", [], [checkIn.FollowUpId])]
            )
        );
        var back = (await Next(ids[0]))!;
        (back.FollowUpId, back.Stage).ShouldBe((null, "lead"));

        await Hear(
            new ContactsUpdated(
                Me.WorkspaceId,
                Guid.CreateVersion7(),
                Now,
                Me.Id,
                [ana with { Version = 9, OwnerId = tom }, bo with { Version = 3, OwnerId = tom }]
            )
        );
        (await Owners()).ShouldBe($"{tom},{Me.Id}");

        await Hear(
            new ContactsDeleted(Me.WorkspaceId, Guid.CreateVersion7(), Now, Me.Id, [new(ids[0], 10), new(ids[1], 10)])
        );
        (await List()).ShouldBeEmpty();
        var open = new FollowUpDetails(Guid.CreateVersion7(), "manual", "Call", Now.AddHours(-1), 0);
        await Hear(
            new ContactsRestored(
                Me.WorkspaceId,
                Guid.CreateVersion7(),
                Now,
                Me.Id,
                [new(ana with { Version = 11 }, [open]), new(bo with { Version = 11 }, [])]
            )
        );
        (await List()).Length.ShouldBe(2);
        (await Next(ids[0]))!.FollowUpId.ShouldBe(open.FollowUpId);

        Task<string> Owners() =>
            Host.Scalar<string>(
                $"""
                select string_agg(owner_id::text, ',' order by contact_id = '{ids[1]}') from intelligence.next_actions
                where workspace_id = '{Me.WorkspaceId}'
                """
            );
    }

    [Fact]
    public async Task Of_who_is_erased_no_name_no_date_and_no_suggestion_is_left()
    {
        var ana = Contact("Ana", version: 5);
        var checkIn = new FollowUpDetails(Guid.CreateVersion7(), "manual", "Call Ana", Now.AddHours(-1), 0);
        await Hear(Created(ana));
        await Hear(new ContactRestored(Me.WorkspaceId, 6, Now, ana with { Version = 6 }, [checkIn]));
        (await List()).Length.ShouldBe(1);

        await Hear(
            new ContactsErased(Me.WorkspaceId, Guid.CreateVersion7(), Now, Me.Id, [new(ana.ContactId, 9)]),
            new ContactUpdated(Me.WorkspaceId, 8, Now, ana with { Version = 8 })
        );

        (await List()).ShouldBeEmpty();
        foreach (var table in new[] { "subjects", "follow_ups", "snoozes", "next_actions" })
        {
            (
                await Host.Scalar<long>(
                    $"select count(*) from intelligence.{table} t where workspace_id = '{Me.WorkspaceId}' and t::text ~ 'Ana'"
                )
            ).ShouldBe(0, table);
        }
    }
}
