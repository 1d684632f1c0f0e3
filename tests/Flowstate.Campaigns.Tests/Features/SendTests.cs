using System.Net;
using System.Net.Http.Json;
using Flowstate.Campaigns.Events;
using Flowstate.Testing;

namespace Flowstate.Campaigns.Tests.Features;

public sealed class SendTests(CampaignsHost host) : CampaignsTest(host)
{
    private CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_send_is_recorded_and_told()
    {
        var ana = Contact();
        await Host.Hear(Created(ana));
        const string text = "Hi Ana <script>alert(1)</script> 🎉";
        var sent = await Send(
                new
                {
                    contactId = ana.ContactId,
                    channel = "whatsapp",
                    text,
                }
            )
            .Json(HttpStatusCode.Created);
        var told = (await Told(1)).ShouldHaveSingleItem();
        told.SendId.ShouldBe(sent.GetProperty("data").GetProperty("id").GetGuid());
        (told.ContactId, told.MemberId, told.Channel, told.Text).ShouldBe((ana.ContactId, Me.Id, "whatsapp", text));
        (await Count("sends")).ShouldBe(1);
    }

    [Fact]
    public async Task A_tap_that_is_repeated_is_one_send()
    {
        var ana = Contact();
        await Host.Hear(Created(ana));
        var tap = new
        {
            id = Guid.CreateVersion7(),
            contactId = ana.ContactId,
            channel = "sms",
            text = "Hi",
        };
        var taps = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send(tap).Json(HttpStatusCode.Created)));
        taps.ShouldAllBe(answer => answer.GetProperty("data").GetProperty("id").GetGuid() == tap.id);
        await Send(
                new
                {
                    contactId = ana.ContactId,
                    channel = "call",
                    text = "",
                }
            )
            .Json(HttpStatusCode.Created);
        (await Told(2)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_is_sent_to_somebody_unknown_or_somebody_elses()
    {
        var toms = Contact(owner: Guid.CreateVersion7());
        await Host.Hear(Created(toms));
        var nobody = new
        {
            contactId = Guid.CreateVersion7(),
            channel = "sms",
            text = "Hi",
        };
        (await Send(nobody).ProblemCode(HttpStatusCode.NotFound)).ShouldBe("campaigns.contact-not-found");
        using var rep = Host.As(Me with { Role = "rep" });
        (
            await rep.PostAsJsonAsync(
                    "/api/v1/campaigns/sends",
                    new
                    {
                        contactId = toms.ContactId,
                        channel = "sms",
                        text = "Hi",
                    },
                    Ct
                )
                .ProblemCode(HttpStatusCode.NotFound)
        ).ShouldBe("campaigns.contact-not-found");
        (await Count("sends")).ShouldBe(0);
    }

    [Fact]
    public async Task A_channel_that_does_not_exist_is_refused() =>
        await Send(
                new
                {
                    contactId = Guid.CreateVersion7(),
                    channel = "pigeon",
                    text = "Hi",
                }
            )
            .Problem(HttpStatusCode.BadRequest);

    private Task<IReadOnlyList<WordsSent>> Told(int count) =>
        Host.Told.Wait<WordsSent>(count, sent => sent.WorkspaceId == Me.WorkspaceId);

    private Task<HttpResponseMessage> Send(object body) => Client.PostAsJsonAsync("/api/v1/campaigns/sends", body, Ct);
}
