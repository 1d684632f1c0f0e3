using System.Net;
using System.Text.Json;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Hooks;

public class BadDeliveryTests(ContactsTest.Server server) : HooksTest(server)
{
    [Theory]
    [InlineData("""{"channel":"ig"}""", "handle")]
    [InlineData("""{"channel":"pigeon","email":"a@b.no"}""", "channel")]
    [InlineData("""{"channel":"ig","handle":"a","type":"DANCED"}""", "type")]
    [InlineData("""{"channel":"ig","handle":"a","at":"2999-01-01T00:00:00Z"}""", "at")]
    [InlineData("""{"channel":"ig","handle":"a","email":"no mail"}""", "email")]
    [InlineData("""{"channel":"ig","handle":"a","event_id":" "}""", "event_id")]
    public async Task What_a_rightly_signed_message_lacks_is_named_and_nothing_is_written(string body, string field)
    {
        var problem = await SendText(await Source(), body).Problem(HttpStatusCode.BadRequest);

        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldContain(field);
        (await Rows("contacts") + await Rows("hook_deliveries")).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"channel\":")]
    [InlineData("{\"channel\":\"ig\",\"handle\":\"\\ud800\"}")]
    public async Task A_body_of_another_shape_is_refused(string body) =>
        (await SendText(await Source(), body).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "contacts.hook-unreadable"
        );

    [Fact]
    public async Task A_body_larger_than_64_KiB_is_refused_before_it_is_read()
    {
        var sender = await Source();

        (
            await SendText(
                    sender,
                    JsonSerializer.Serialize(
                        new
                        {
                            channel = "ig",
                            handle = "a",
                            text = new string('x', 65_536),
                        }
                    )
                )
                .ProblemCode(HttpStatusCode.RequestEntityTooLarge)
        ).ShouldBe("body-too-large");
    }

    private async Task<HttpResponseMessage> SendText(Sender sender, string body)
    {
        var time = Time();
        using var client = Harness.Anonymous();
        using var request = Delivery(
            $"dm/{sender.Source}",
            body,
            "msg_1",
            time,
            Sign(sender.Secret, "msg_1", time, body)
        );
        return await client.SendAsync(request, Ct);
    }
}
