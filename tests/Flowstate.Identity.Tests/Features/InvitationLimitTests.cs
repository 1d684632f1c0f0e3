using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

/// <summary>Whoever may invite cannot fill a letter box.</summary>
public sealed class InvitationLimitTests : IdentityTest
{
    public override async ValueTask InitializeAsync() =>
        Host = await ModuleHarness<IdentityModule>.Start(builder =>
            builder.Configuration["Identity:InvitationsPerDay"] = "20"
        );

    [Fact]
    public async Task An_address_is_mailed_once_a_minute_however_it_is_asked_for()
    {
        var owner = await Owner();
        var address = LetterBox.NewAddress();
        var id = await Invite(owner, address);

        using var again = await owner.Post($"invitations/{id}/resend");
        await Refused(again);
        again.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        await owner.Delete($"invitations/{id}");
        using var anew = await owner.Post("invitations", new { email = address.ToUpperInvariant(), role = "rep" });
        await Refused(anew);

        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Invite(owner, address);
        (await LetterBox.Wait(Host, address, 1)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_address_is_mailed_once_a_day_by_each_workspace_and_ten_times_more_by_all()
    {
        var owner = await Owner();
        var address = LetterBox.NewAddress();
        var id = await Invite(owner, address);
        await Second.Workspace(Host, "eve@sydlys.example", "Eve's Team");
        var eve = Visitor();
        await eve.SignIn("eve@sydlys.example", Password).Json();
        for (var mail = 1; mail <= 10; mail++)
        {
            Host.Clock.Advance(TimeSpan.FromMinutes(1));
            using var mailed = await owner.Post($"invitations/{id}/resend");
            mailed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        var first = await Invite(eve, address);

        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        using var refused = await eve.Post($"invitations/{first}/resend");
        await Refused(refused);
        await Invite(eve, LetterBox.NewAddress());
    }

    [Fact]
    public async Task A_workspace_sends_so_many_a_day()
    {
        var owner = await Owner();
        for (var mail = 0; mail < 20; mail++)
        {
            await Invite(owner, LetterBox.NewAddress());
        }

        using var refused = await owner.Post("invitations", new { email = LetterBox.NewAddress(), role = "rep" });

        await Refused(refused);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.FromHours(1));
    }

    private static async Task<Guid> Invite(Visitor by, string address) =>
        (await by.Post("invitations", new { email = address, role = "rep" }).Data<JsonElement>(HttpStatusCode.Created))
            .GetProperty("id")
            .GetGuid();

    private static async Task Refused(HttpResponseMessage answer) =>
        (await Task.FromResult(answer).ProblemCode(HttpStatusCode.TooManyRequests)).ShouldBe(
            "identity.too-many-invitations"
        );
}
