using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

[Collection(nameof(RunsAlone))]
public sealed class PasswordWorkTests : IdentityTest
{
    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_for_the_same_work_as_a_wrong_password()
    {
        await Owner();

        var (wrongPassword, work) = await Counted(() => Visitor().SignIn(Email, "not my password"));
        var (unknownAddress, sameWork) = await Counted(() => Visitor().SignIn("nobody@nordlys.example", Password));

        Shown(unknownAddress).ShouldBe(Shown(wrongPassword));
        wrongPassword.GetProperty("code").GetString().ShouldBe("identity.wrong-credentials");
        work.ShouldBe(1);
        sameWork.ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_right_costs_no_work()
    {
        using var hashes = new PasswordHashCount();

        await Visitor().SignIn("", "").Problem(HttpStatusCode.BadRequest);
        await Visitor().Post("setup", new { workspaceName = "x" }).Problem(HttpStatusCode.BadRequest);

        hashes.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_crowd_at_the_first_start_costs_one_hash()
    {
        using var hashes = new PasswordHashCount();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Visitor().Post("setup", Setup)));

        hashes.Count.ShouldBe(1);
    }

    private static async Task<(JsonElement Problem, long Hashes)> Counted(Func<Task<HttpResponseMessage>> attempt)
    {
        using var hashes = new PasswordHashCount();
        return (await attempt().Problem(HttpStatusCode.Unauthorized), hashes.Count);
    }

    private static string[] Shown(JsonElement problem) =>
        [.. problem.EnumerateObject().Where(member => member.Name != "traceId").Select(member => $"{member}")];
}
