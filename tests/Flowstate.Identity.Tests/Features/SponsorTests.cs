using System.Net;
using System.Text.Json;
using Flowstate.Testing;
using Npgsql;

namespace Flowstate.Identity.Tests.Features;

public sealed class SponsorTests : IdentityTest
{
    [Fact]
    public async Task A_leader_sees_the_own_downline_and_an_owner_everybody()
    {
        var owner = await Owner();
        var ana = (await owner.Get("me").Data<JsonElement>()).GetProperty("id").GetGuid();
        var jonas = await Second.Member(Host, "jonas@nordlys.example", "leader", ana);
        var mira = await Second.Member(Host, "mira@nordlys.example", "rep", jonas);
        await Second.Member(Host, "emil@nordlys.example", "rep", mira);
        await Second.Member(Host, "sofie@nordlys.example", "viewer", ana);
        var leader = Visitor();
        await leader.SignIn("jonas@nordlys.example", Password).Json();

        (await Lines(owner)).ShouldBe([
            "0 Ana Lindqvist 2/4",
            "1 jonas 1/2",
            "2 mira 1/1",
            "3 emil 0/0",
            "1 sofie 0/0",
        ]);
        (await Lines(leader)).ShouldBe(["0 jonas 1/2", "1 mira 1/1", "2 emil 0/0"]);
    }

    [Fact]
    public async Task Nobody_gets_into_their_own_downline()
    {
        var owner = await Owner();
        var one = await Second.Member(Host, "one@nordlys.example", "rep");
        var two = await Second.Member(Host, "two@nordlys.example", "rep", one);
        var three = await Second.Member(Host, "three@nordlys.example", "rep", two);
        var eve = await Second.Workspace(Host, "eve@sydlys.example", "Sydlys");

        foreach (var sponsorId in new[] { one, two, three })
        {
            (
                await owner.Patch($"members/{one}", new { sponsorId }, "\"1\"").ProblemCode(HttpStatusCode.Conflict)
            ).ShouldBe("identity.sponsor-circle");
        }

        (
            await owner
                .Patch($"members/{three}", new { sponsorId = eve }, "\"1\"")
                .ProblemCode(HttpStatusCode.UnprocessableEntity)
        ).ShouldBe("identity.unknown-sponsor");
        await owner.Patch($"members/{two}", new { noSponsor = true }, "\"1\"").Json();
        await owner.Patch($"members/{one}", new { sponsorId = three }, "\"1\"").Json();
    }

    [Fact]
    public async Task Changes_at_once_close_no_circle_even_behind_the_modules_back()
    {
        await Owner();
        List<Guid> ring = [];
        for (var n = 0; n < 6; n++)
        {
            ring.Add(await Second.Member(Host, $"n{n}@nordlys.example", "rep"));
        }

        // Each one alone is fine; all of them would be a circle.
        var outcomes = await Task.WhenAll(ring.Select((id, n) => Sponsor(id, ring[(n + 1) % ring.Count])));

        outcomes.Count(closed => closed).ShouldBe(1);
        (await Host.Scalar<long>("select count(*) from identity.members where sponsor_id is not null")).ShouldBe(5);
    }

    private async Task<bool> Sponsor(Guid id, Guid sponsor)
    {
        try
        {
            await using var command = Host.Owner.CreateCommand(
                $"update identity.members set sponsor_id = '{sponsor}' where id = '{id}'"
            );
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return false;
        }
        catch (PostgresException refused)
        {
            refused.ConstraintName.ShouldBe("no_sponsor_circle");
            return true;
        }
    }

    private static async Task<IEnumerable<string>> Lines(Visitor visitor) =>
        (await visitor.Get("team").Data<JsonElement[]>()).Select(line =>
            $"{line.GetProperty("depth")} {line.GetProperty("name")} {line.GetProperty("direct")}/{line.GetProperty("downline")}"
        );
}
