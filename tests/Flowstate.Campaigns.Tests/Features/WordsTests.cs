using System.Net;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Campaigns.Tests.Features;

public sealed class WordsTests(CampaignsHost host) : CampaignsTest(host)
{
    private static readonly string[] Purposes =
    [
        "firstTouch",
        "reconnect",
        "invite",
        "qualify",
        "presentation",
        "videoCheckIn",
        "rebook",
        "followUp",
        "checkIn30",
        "noThanks",
        "onboarding",
        "general",
    ];

    [Fact]
    public async Task Every_purpose_has_words_for_a_contact_that_was_heard_of()
    {
        var ana = Contact();
        await Host.Hear(Created(ana));
        var words = await Words([.. Purposes.Select(purpose => (ana.ContactId, purpose))]).Data<WordsView[]>();
        words.Select(said => said.Purpose).ShouldBe(Purposes);
        words.ShouldAllBe(said =>
            said.Text.Contains("Ana", StringComparison.Ordinal)
            && !said.Text.Contains("{{", StringComparison.Ordinal)
            && said.TemplateId != null
            && said.Links.Count == 4
        );
        words[0].Text.ShouldContain("it's Mia.");
        words[2].Text.ShouldContain("Nordlys Team");
    }

    [Fact]
    public async Task Without_a_name_the_fallback_is_said()
    {
        var nobody = Contact(firstName: "");
        await Host.Hear(Created(nobody));
        (await Words((nobody.ContactId, "invite")).Data<WordsView[]>())[0].Text.ShouldStartWith("Hi there, ");
    }

    [Fact]
    public async Task The_best_way_to_reach_somebody_comes_first()
    {
        var mobile = Contact("Mobile");
        var landline = Contact("Landline", phone: "+442079460958");
        var handle = Contact("Handle", phone: null, email: null, whatsApp: "https://wa.me/4790123456");
        var typed = Contact("Typed", phone: "Tel. 22 33 44 55", email: null);
        var nothing = Contact("Nothing", phone: null, email: null);
        await Host.Hear([.. new[] { mobile, landline, handle, typed, nothing }.Select(Created)]);
        (await Ways(mobile.ContactId)).ShouldBe(["whatsapp", "sms", "email", "call"]);
        (await Ways(landline.ContactId)).ShouldBe(["email", "call"]);
        (await Ways(handle.ContactId)).ShouldBe(["whatsapp"]);
        (await Ways(typed.ContactId)).ShouldBe(["call"]);
        (await Ways(nothing.ContactId)).ShouldBeEmpty();
        var said = (await Words((mobile.ContactId, "rebook")).Data<WordsView[]>())[0];
        said.Links[0].Label.ShouldBe("WhatsApp");
        said.Links[0].Url.ShouldBe($"https://wa.me/4790123456?text={Uri.EscapeDataString(said.Text)}");
        said.Links[2]
            .Url.ShouldBe(
                $"mailto:ana@example.org?subject={Uri.EscapeDataString(said.Subject!)}&body={Uri.EscapeDataString(said.Text)}"
            );
        said.Links[3].Url.ShouldBe("tel:+4790123456");
    }

    [Fact]
    public async Task A_member_who_was_renamed_signs_with_the_new_name()
    {
        var ana = Contact();
        await Host.Hear(Created(ana));
        await Host.Hear(
            new MemberUpdated(Me.WorkspaceId, Me.Id, 3, At, "Maria Berg", "owner", "Europe/Oslo", 30),
            new WorkspaceUpdated(Me.WorkspaceId, 2, At, "Fjord Team", "NO", "Europe/Oslo")
        );
        await Host.Hear(new MemberJoined(Me.WorkspaceId, Me.Id, 2, At, "Late News", "owner", "Europe/Oslo"));
        var words = await Words((ana.ContactId, "firstTouch"), (ana.ContactId, "invite")).Data<WordsView[]>();
        words[0].Text.ShouldContain("it's Maria.");
        words[1].Text.ShouldContain("Fjord Team");
    }

    [Fact]
    public async Task A_script_in_a_name_stays_text()
    {
        const string script = "<script>alert(1)</script>";
        var eve = Contact(firstName: script);
        await Host.Hear(Created(eve));
        (await Words((eve.ContactId, "general")).Data<WordsView[]>())[0].Text.ShouldContain(script);
    }

    [Fact]
    public async Task Strangers_are_left_out()
    {
        var ana = Contact();
        var toms = Contact(owner: Guid.CreateVersion7());
        await Host.Hear(Created(ana), Created(toms));
        (await Words((ana.ContactId, "invite"), (Guid.CreateVersion7(), "invite")).Data<WordsView[]>()).Length.ShouldBe(
            1
        );

        using var rep = Host.As(Me with { Role = "rep" });
        var all = $"/api/v1/campaigns/words?for={ana.ContactId}:invite&for={toms.ContactId}:invite";
        (await rep.GetAsync(all, TestContext.Current.CancellationToken).Data<WordsView[]>())
            .ShouldHaveSingleItem()
            .ContactId.ShouldBe(ana.ContactId);

        using var stranger = Host.As(TestMember.New());
        (await stranger.GetAsync(all, TestContext.Current.CancellationToken).Data<WordsView[]>()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?for=abc:invite")]
    [InlineData("?for=0198f3a0-0000-7000-8000-000000000001:nonsense")]
    [InlineData("?for=0198f3a0-0000-7000-8000-000000000001:3")]
    public async Task What_cannot_be_read_is_refused(string query) =>
        (
            await Client
                .GetAsync($"/api/v1/campaigns/words{query}", TestContext.Current.CancellationToken)
                .ProblemCode(HttpStatusCode.BadRequest)
        ).ShouldBe("validation-failed");

    [Fact]
    public async Task More_than_fifty_at_once_are_refused()
    {
        var id = Guid.CreateVersion7();
        (await Words([.. Enumerable.Repeat((id, "invite"), 51)]).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "validation-failed"
        );
    }

    [Fact]
    public async Task Words_need_the_permission_to_read()
    {
        using var client = Host.As(Me with { Permissions = ["campaigns.write"] });
        (
            await client
                .GetAsync("/api/v1/campaigns/words?for=x", TestContext.Current.CancellationToken)
                .ProblemCode(HttpStatusCode.Forbidden)
        ).ShouldBe("forbidden");
    }

    private async Task<IEnumerable<string>> Ways(Guid contact) =>
        (await Words((contact, "invite")).Data<WordsView[]>())[0].Links.Select(link => link.Channel);
}
