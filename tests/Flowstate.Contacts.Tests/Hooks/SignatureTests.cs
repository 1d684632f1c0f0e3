using System.Net;
using System.Text;
using Flowstate.Contacts.Hooks;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Hooks;

public class SignatureTests(ContactsTest.Server server) : HooksTest(server)
{
    private const string Body = """{"channel":"ig","handle":"ana"}""";

    [Fact]
    public void The_standards_own_example_is_right()
    {
        var delivery = new SignedDelivery(
            "",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "1614265330",
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            Encoding.UTF8.GetBytes("""{"test": 2432232314}""")
        );

        delivery.IsSignedWith([HookSecret.Read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!]).ShouldBeTrue();
        delivery.IsTimely(DateTimeOffset.FromUnixTimeSeconds(1614265330 + 300)).ShouldBeTrue();
        delivery.IsTimely(DateTimeOffset.FromUnixTimeSeconds(1614265330 + 301)).ShouldBeFalse();
        delivery.IsTimely(DateTimeOffset.FromUnixTimeSeconds(1614265330 - 301)).ShouldBeFalse();
    }

    public static TheoryData<string> Wrong =>
        [
            "another secret",
            "another body",
            "another id",
            "too old",
            "too early",
            "no signature",
            "v2",
            "no id",
            "a dot in the id",
            "no time",
            "time in words",
            "no such source",
            "half a source",
            "another workspace's secret",
        ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Whatever_is_wrong_with_it_is_the_same_401_and_nothing_is_written(string what)
    {
        var sender = await Source();
        var (id, time, body, path) = ("msg_1", Time(), Body, $"dm/{sender.Source}");
        var secret = what == "another secret" ? HookSecret.Text(HookSecret.New()) : sender.Secret;
        (id, time) = what switch
        {
            "no id" => ("", time),
            "a dot in the id" => ("msg.1", time),
            "too old" => (id, Time(TimeSpan.FromMinutes(-5.1))),
            "too early" => (id, Time(TimeSpan.FromMinutes(5.1))),
            "no time" => (id, ""),
            "time in words" => (id, "now"),
            _ => (id, time),
        };
        var signature = Sign(secret, id, time, body);
        using var request = Delivery(
            what switch
            {
                "no such source" => $"dm/{SourceName.Of(Me.WorkspaceId, Guid.CreateVersion7())}",
                "another workspace's secret" => $"dm/{SourceName.Of(Guid.CreateVersion7(), sender.Id)}",
                "half a source" => $"dm/{sender.Source[..20]}",
                _ => path,
            },
            what == "another body" ? body.Replace("ana", "eve", StringComparison.Ordinal) : body,
            what == "another id" ? "msg_2" : id,
            time,
            what switch
            {
                "no signature" => "",
                "v2" => signature.Replace("v1", "v2", StringComparison.Ordinal),
                _ => signature,
            }
        );
        using var client = Harness.Anonymous();

        var problem = await client.SendAsync(request, Ct).Problem(HttpStatusCode.Unauthorized);

        problem.GetProperty("code").GetString().ShouldBe("contacts.hook-unverified");
        problem.GetProperty("detail").GetString().ShouldBe(HookInbox.Unverified.Message);
        (await Rows("contacts") + await Rows("facts") + await Rows("hook_deliveries") + await Rows("outbox")).ShouldBe(
            0
        );
    }

    [Fact]
    public async Task One_right_signature_among_several_is_enough_and_the_source_may_stand_in_a_header()
    {
        var sender = await Source();
        var time = Time();
        using var client = Harness.Anonymous();
        using var request = Delivery(
            "dm",
            Body,
            "msg_1",
            time,
            $"v1a,xyz {Sign(HookSecret.Text(HookSecret.New()), "msg_1", time, Body)} {Sign(sender.Secret, "msg_1", time, Body)}"
        );
        request.Headers.Add("webhook-source", sender.Source);

        var answer = await client.SendAsync(request, Ct).Json();

        answer.GetProperty("data").GetProperty("newContact").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task While_a_secret_is_changed_both_count_and_then_the_new_one_alone()
    {
        var sender = await Source();
        var made = await Post($"/hook-sources/{sender.Id}/secret", new { overlapHours = 24 }, HttpStatusCode.OK);
        var renewed = sender with { Secret = made.GetProperty("secret").GetString()! };
        object body = new { channel = "ig", handle = "ana" };

        (await Status(sender, body)).ShouldBe(HttpStatusCode.OK);
        (await Status(renewed, body)).ShouldBe(HttpStatusCode.OK);

        // The clock of this host stands still: an overlap of nothing is over at once.
        var last = await Post($"/hook-sources/{sender.Id}/secret", new { overlapHours = 0 }, HttpStatusCode.OK);
        (await Status(sender, body)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Status(renewed, body)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Status(sender with { Secret = last.GetProperty("secret").GetString()! }, body)).ShouldBe(
            HttpStatusCode.OK
        );
    }

    [Fact]
    public async Task A_revoked_source_is_as_if_there_had_never_been_one()
    {
        var sender = await Source();
        (await Api.DeleteAsync($"{Root}/hook-sources/{sender.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await Status(sender, new { channel = "ig", handle = "ana" })).ShouldBe(HttpStatusCode.Unauthorized);
        (await Get("/hook-sources")).GetArrayLength().ShouldBe(0);
        (await Api.DeleteAsync($"{Root}/hook-sources/{sender.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_secret_is_shown_once_sealed_in_the_database_and_in_no_log()
    {
        const string own = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        var sender = await Source(new { name = "Own", secret = own });

        sender.Secret.ShouldBe(own);
        (await Get("/hook-sources")).ToString().ShouldNotContain(own[6..]);
        var kept = await Harness.Scalar<string>($"select secret from contacts.hook_sources where id = '{sender.Id}'");
        kept.ShouldStartWith("v1:");
        (
            await Harness.Scalar<long>(
                $"select count(*) from contacts.audit where subject_id = '{sender.Id}' and changes::text like '%{kept}%'"
            )
        ).ShouldBe(0);
        (await Harness.Scalar<long>($"select count(*) from contacts.audit where subject_id = '{sender.Id}'")).ShouldBe(
            1
        );
        foreach (var secret in new[] { "MfKQ", "whsec_MfKQ", $"whsec_{new string('A', 128)}", "whsec_!" })
        {
            await Refused("/hook-sources", new { name = "x", secret }, HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task Sources_are_for_those_who_may_manage_them()
    {
        var rep = Harness.As(Me.Colleague() with { Permissions = [ContactsModule.Read, ContactsModule.Write] });

        await Refused("/hook-sources", new { name = "x" }, HttpStatusCode.Forbidden, rep);
        (await rep.GetAsync($"{Root}/hook-sources", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (
            await Refused(
                "/hook-sources",
                new { name = "x", ownerId = Guid.CreateVersion7() },
                HttpStatusCode.UnprocessableEntity
            )
        )
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.no-such-member");
    }

    private async Task<HttpStatusCode> Status(Sender sender, object body)
    {
        using var response = await Send(sender, "dm", body);
        return response.StatusCode;
    }
}
