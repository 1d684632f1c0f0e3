using System.Net;
using System.Net.Http.Json;
using Flowstate.Contacts.Events;
using Flowstate.Testing;

namespace Flowstate.Campaigns.Tests.Reactions;

public sealed class RecipientTests(CampaignsHost host) : CampaignsTest(host)
{
    [Fact]
    public async Task An_older_version_never_overwrites_a_newer_one()
    {
        var id = Guid.CreateVersion7();
        await Host.Hear(Updated(Contact("Newest", 7, id)));
        await Host.Hear(Created(Contact("First", 1, id)), Updated(Contact("Older", 6, id)));
        (await Name(id)).ShouldBe("Newest");
    }

    [Fact]
    public async Task The_same_event_a_hundred_times_is_one_row()
    {
        var created = Created(Contact());
        var envelope = ModuleHarness<CampaignsModule>.Envelope(created);
        await Host.HearEnvelopes([.. Enumerable.Repeat(envelope, 100)]);
        await Host.HearEnvelopes([
            .. Enumerable.Range(0, 10).Select(_ => envelope with { Id = Guid.CreateVersion7() }),
        ]);
        (await Count("recipients")).ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_of_five_hundred_is_copied_whole()
    {
        var contacts = Enumerable.Range(0, 500).Select(number => Contact($"P{number}")).ToList();
        var newer = Contact("Newer", 5, contacts[0].ContactId);
        await Host.Hear(Updated(newer));
        // The same contact twice in one batch: the later row completed the earlier one.
        contacts.Add(Contact("P1 completed", 2, contacts[1].ContactId));
        await Host.Hear(new ContactsImported(Me.WorkspaceId, 1, At, Guid.CreateVersion7(), contacts));
        (await Count("recipients")).ShouldBe(500);
        (await Name(newer.ContactId)).ShouldBe("Newer");
        (await Name(contacts[1].ContactId)).ShouldBe("P1 completed");
        (await Name(contacts[499].ContactId)).ShouldBe("P499");
    }

    [Fact]
    public async Task A_replay_fills_an_empty_copy()
    {
        var snapshots = Enumerable
            .Range(0, 20)
            .Select(number => Contact($"P{number}", 9))
            .Select(contact => new ContactSnapshot(Me.WorkspaceId, 9, At, contact, null, null, 0, null, [], [], false))
            .ToArray();
        await Host.Hear([.. snapshots]);
        (await Count("recipients", "version = 9")).ShouldBe(20);
    }

    [Fact]
    public async Task A_deleted_contact_keeps_no_personal_data_and_comes_back_only_when_restored()
    {
        var id = Guid.CreateVersion7();
        await Host.Hear(Created(Contact("Ana", 1, id)));
        await Host.Hear(new ContactDeleted(Me.WorkspaceId, id, 3, At, Me.Id));
        await Host.Hear(Updated(Contact("Ana", 2, id)));
        (await Words((id, "invite")).Data<WordsView[]>()).ShouldBeEmpty();
        (await Count("recipients", "t::text ~* 'ana|example.org|90123456'")).ShouldBe(0);
        await Host.Hear(new ContactRestored(Me.WorkspaceId, 4, At, Contact("Ana", 4, id), []));
        (await Words((id, "invite")).Data<WordsView[]>()).ShouldHaveSingleItem().Text.ShouldContain("Ana");
    }

    [Fact]
    public async Task What_is_heard_of_a_contact_after_it_was_erased_leaves_nothing_of_it()
    {
        var id = Guid.CreateVersion7();
        await Host.Hear(Created(Contact("Ana", 1, id)));
        await Send(id, "Hi Ana", HttpStatusCode.Created);
        await Host.Hear(
            new ContactsErased(Me.WorkspaceId, Guid.CreateVersion7(), At, Me.Id, [new DeletedContact(id, 9)])
        );
        await Host.Hear(Updated(Contact("Ana", 8, id)));
        await Send(id, "Hi Ana again", HttpStatusCode.NotFound);
        foreach (var table in new[] { "recipients", "sends", "inbox" })
        {
            (await Count(table, "t::text ~* 'ana|example.org|90123456'")).ShouldBe(0, table);
        }

        async Task Send(Guid contactId, string text, HttpStatusCode expected) =>
            (
                await Client.PostAsJsonAsync(
                    "/api/v1/campaigns/sends",
                    new
                    {
                        contactId,
                        channel = "sms",
                        text,
                    },
                    TestContext.Current.CancellationToken
                )
            ).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Many_that_are_given_away_or_restored_at_once_are_copied_each_by_its_own_version()
    {
        var (ana, bo, tom) = (Contact("Ana", 3), Contact("Bo", 3), Guid.CreateVersion7());
        await Host.Hear(Created(ana), Created(bo));
        await Host.Hear(
            new ContactsUpdated(
                Me.WorkspaceId,
                Guid.CreateVersion7(),
                At,
                Me.Id,
                [ana with { Version = 4, OwnerId = tom }, bo with { Version = 2, OwnerId = tom }]
            )
        );
        (await Count("recipients", $"owner_id = '{tom}'")).ShouldBe(1);

        await Host.Hear(
            new ContactsDeleted(
                Me.WorkspaceId,
                Guid.CreateVersion7(),
                At,
                Me.Id,
                [new(ana.ContactId, 5), new(bo.ContactId, 5)]
            )
        );
        (await Count("recipients", "deleted")).ShouldBe(2);
        await Host.Hear(
            new ContactsRestored(
                Me.WorkspaceId,
                Guid.CreateVersion7(),
                At,
                Me.Id,
                [new(ana with { Version = 6 }, []), new(bo with { Version = 4 }, [])]
            )
        );
        (await Name(ana.ContactId)).ShouldBe("Ana");
        (await Count("recipients", "deleted")).ShouldBe(1);
    }

    [Fact]
    public async Task Of_who_is_erased_nothing_is_left_but_that_something_went_out()
    {
        var id = Guid.CreateVersion7();
        await Host.Hear(Created(Contact("Ana", 1, id)));
        await Host.Scalar<Guid>(
            $"""
            insert into campaigns.sends (workspace_id, id, contact_id, member_id, channel, text, at)
            values ('{Me.WorkspaceId}', gen_random_uuid(), '{id}', '{Me.Id}', 'sms', 'Hei Ana', now()) returning id
            """
        );

        await Host.Hear(new ContactsErased(Me.WorkspaceId, Guid.CreateVersion7(), At, Me.Id, [new(id, 5)]));
        await Host.Hear(Updated(Contact("Ana", 4, id)));

        (await Count("recipients", "t::text ~* 'ana|example.org|90123456'")).ShouldBe(0);
        (await Count("recipients", "deleted and version = 5")).ShouldBe(1);
        (await Count("sends", "text = ''")).ShouldBe(1);
    }

    private Task<string> Name(Guid id) =>
        Host.Scalar<string>($"select first_name from campaigns.recipients where contact_id = '{id}'");
}
