using System.Net;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Bulk;

public sealed class BulkForceTests(ContactsTest.Server server) : BulkTest(server)
{
    [Fact]
    public async Task A_closed_gate_is_forced_with_a_reason_by_those_who_may()
    {
        var ana = await Create();
        var body = new
        {
            action = "move",
            to = "relationship",
            ids = new[] { ana },
            force = true,
            reason = "Old friends",
        };
        (
            await Refused(
                "/bulk",
                new
                {
                    body.action,
                    body.to,
                    body.ids,
                    body.force,
                },
                HttpStatusCode.UnprocessableEntity
            )
        ).GetProperty("code").GetString().ShouldBe("contacts.reason-required");
        var writer = Harness.As(Me with { Permissions = ["contacts.write"] });
        (await Refused("/bulk", body, HttpStatusCode.Forbidden, writer))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.force-not-allowed");

        Counts(await Change(body)).ShouldBe((1, 0, 0));

        (await Get($"/{ana}/timeline"))[0].GetRawText().ShouldContain("Old friends");
    }
}
