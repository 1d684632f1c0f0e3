using System.Net;
using System.Net.Http.Json;
using CsCheck;

namespace Flowstate.Contacts.Tests.Features;

public class FactRepeatTests(ContactsTest.Server server) : ContactsTest(server)
{
    private static readonly string[] Types = ["VIDEO_SENT", "NO_SHOW", "JOINED_TEAM", "INVITE_SENT"];
    private static readonly string[] Kinds = ["videoCheckIn", "rebook", "checkIn30"];

    // Which of eight events is told, in which order and how often: the event's type and time are its own.
    private static readonly Gen<int[]> Tellings = Gen.Int[0, 7].Array[1, 25];

    [Fact]
    public Task Facts_told_often_and_all_at_once_lead_where_each_told_once_leads() =>
        Tellings.SampleAsync(
            async tellings =>
            {
                var (often, once) = (await Create(), await Create());
                var run = Guid.CreateVersion7();

                var answers = await Task.WhenAll(tellings.Select(told => Tell(often, told, $"{run} often {told}")));
                foreach (var told in tellings.Distinct())
                {
                    (await Tell(once, told, $"{run} once {told}")).ShouldBe(HttpStatusCode.Created);
                }

                answers.Count(status => status == HttpStatusCode.Created).ShouldBe(tellings.Distinct().Count());
                answers.ShouldAllBe(status => status == HttpStatusCode.Created || status == HttpStatusCode.OK);
                var (left, right) = (await Card(often), await Card(once));
                foreach (var kind in Kinds)
                {
                    Dues(left, kind, Now).Order().ShouldBe(Dues(right, kind, Now).Order());
                }
            },
            iter: 25,
            threads: 1
        );

    private async Task<HttpStatusCode> Tell(Guid contact, int told, string eventId)
    {
        var fact = new
        {
            eventId,
            type = Types[told % Types.Length],
            at = Now.AddHours(-told),
        };
        using var response = await Api.PostAsJsonAsync($"{Root}/{contact}/facts", fact, Ct);
        return response.StatusCode;
    }
}
