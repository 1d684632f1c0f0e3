using System.Net;
using System.Text.Json;

namespace Flowstate.System.Tests;

public partial class Journey
{
    [Fact]
    public async Task What_is_done_to_many_at_once_reaches_the_others_and_so_does_its_undo()
    {
        await using var deployment = await Deployment.Start(Deployment.Monolith);
        using var ana = await Member.SetUp(deployment);
        await Import(ana);
        await ana.Until("intelligence", "next-actions", list => list.GetArrayLength() == 3);
        var tom = await Tom(ana);

        var moved = await InBulk(
            ana,
            new
            {
                action = "move",
                to = "nurture",
                audience = new { },
            }
        );
        await ana.Until("intelligence", "next-actions", NobodyIn("lead"));
        await Undone(ana, moved);
        await ana.Until(
            "intelligence",
            "next-actions",
            list => list.GetArrayLength() == 3 && NobodyIn("nurture")(list)
        );

        var deleted = await InBulk(ana, new { action = "delete", audience = new { search = "tom" } });
        await ana.Until("intelligence", "next-actions", list => list.GetArrayLength() == 2);
        await ana.Until("campaigns", $"words?for={tom}:invite", list => list.GetArrayLength() == 0);
        await Undone(ana, deleted);
        await ana.Until("intelligence", "next-actions", list => list.GetArrayLength() == 3);
        await ana.Until("campaigns", $"words?for={tom}:invite", list => list.GetArrayLength() == 1);

        static Func<JsonElement, bool> NobodyIn(string stage) =>
            list => list.EnumerateArray().All(row => row.GetProperty("stage").GetString() != stage);
    }

    private static async Task<Guid> InBulk(Member ana, object body)
    {
        var id = (await ana.Post("contacts", "bulk", body, HttpStatusCode.Accepted)).GetProperty("id").GetGuid();
        var done = await ana.Until("contacts", $"bulk/{id}", IsIn("done"));
        done.GetProperty("changed").GetInt32().ShouldBe(done.GetProperty("total").GetInt32(), done.ToString());
        return id;
    }

    private static async Task Undone(Member ana, Guid id)
    {
        await ana.Post("contacts", $"bulk/{id}/undo", new { }, HttpStatusCode.Accepted);
        await ana.Until("contacts", $"bulk/{id}", IsIn("undone"));
    }

    private static Func<JsonElement, bool> IsIn(string state) =>
        change => change.GetProperty("state").GetString() == state;
}
