using System.Net;
using System.Net.Http.Json;
using Flowstate.Contacts.Events;
using Flowstate.Testing;

namespace Flowstate.Campaigns.Tests.Reactions;

public sealed class MergeTests(CampaignsHost host) : CampaignsTest(host)
{
    [Fact]
    public async Task Sends_go_with_the_contact_and_come_back_with_it()
    {
        var (ana, anna) = (Contact("Ana", 1), Contact("Anna", 1));
        await Host.Hear(Created(ana), Created(anna));
        var (own, theirs) = (await Send(ana.ContactId), await Send(anna.ContactId));
        var merged = new ContactsMerged(
            Me.WorkspaceId,
            3,
            At,
            Guid.CreateVersion7(),
            Me.Id,
            State(ana with { Version = 3, FirstName = "Both" }),
            anna.ContactId,
            2
        );

        await Host.Hear(merged, merged);
        (await Of(ana.ContactId)).ShouldBe(2);
        (await Count("recipients", "not deleted")).ShouldBe(1);
        (await Count("recipients", "first_name = 'Both'")).ShouldBe(1);

        await Host.Hear(
            new ContactsUnmerged(
                Me.WorkspaceId,
                4,
                At,
                merged.MergeId,
                Me.Id,
                State(ana with { Version = 4 }),
                State(anna with { Version = 5 }),
                [theirs]
            )
        );
        // The merge told once more, after it was undone.
        await Host.Hear(merged);
        (await Of(ana.ContactId)).ShouldBe(1);
        (await Count("sends", $"id = '{theirs}' and contact_id = '{anna.ContactId}'")).ShouldBe(1);
        (await Count("recipients", "not deleted and first_name in ('Ana', 'Anna')")).ShouldBe(2);
        own.ShouldNotBe(theirs);
    }

    private static ContactState State(ContactDetails contact) =>
        new(contact, null, null, false, 0, null, [], null, null, []);

    private async Task<Guid> Send(Guid contact)
    {
        var answer = await Client
            .PostAsJsonAsync(
                "/api/v1/campaigns/sends",
                new
                {
                    contactId = contact,
                    channel = "whatsapp",
                    text = "Hei",
                },
                TestContext.Current.CancellationToken
            )
            .Json(HttpStatusCode.Created);
        return answer.GetProperty("data").GetProperty("id").GetGuid();
    }

    private Task<long> Of(Guid contact) => Count("sends", $"contact_id = '{contact}'");
}
