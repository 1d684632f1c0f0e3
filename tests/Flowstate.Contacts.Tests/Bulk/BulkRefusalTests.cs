using System.Net;
using System.Net.Http.Json;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Bulk;

public sealed class BulkRefusalTests(ContactsTest.Server server) : BulkTest(server)
{
    private static readonly Guid[] One = [Guid.CreateVersion7()];

    public static TheoryData<string, object> Wrong =>
        new()
        {
            { "action", new { ids = One } },
            { "action", new { action = "enrol", ids = One } },
            { "ids", new { action = "delete" } },
            {
                "ids",
                new
                {
                    action = "delete",
                    ids = One,
                    audience = new { },
                }
            },
            { "ids", new { action = "delete", ids = Array.Empty<Guid>() } },
            { "ids", new { action = "delete", ids = Enumerable.Range(0, 1001).Select(_ => Guid.CreateVersion7()) } },
            {
                "except",
                new
                {
                    action = "delete",
                    ids = One,
                    except = One,
                }
            },
            { "tags", new { action = "tag", ids = One } },
            {
                "tags",
                new
                {
                    action = "untag",
                    ids = One,
                    tags = new[] { " " },
                }
            },
            {
                "tags[0]",
                new
                {
                    action = "tag",
                    ids = One,
                    tags = new[] { new string('x', 101) },
                }
            },
            { "ownerId", new { action = "assign", ids = One } },
            { "to", new { action = "move", ids = One } },
            { "audience.warmth", new { action = "delete", audience = new { warmth = 9 } } },
            { "audience.stage", new { action = "delete", audience = new { stage = "moon" } } },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_named(string field, object body)
    {
        var problem = await Refused("/bulk", body, HttpStatusCode.BadRequest);

        problem.GetProperty("errors").EnumerateObject().Select(each => each.Name).ShouldContain(field);
    }

    [Fact]
    public async Task What_cannot_be_done_says_why_and_leaves_nothing_behind()
    {
        var ana = await Create();
        var ids = new[] { ana };
        (HttpStatusCode Status, string Code, object Body)[] wrong =
        [
            (HttpStatusCode.UnprocessableEntity, "contacts.bulk-nobody", new { action = "delete", ids = One }),
            (
                HttpStatusCode.BadRequest,
                "contacts.unknown-stage",
                new
                {
                    action = "move",
                    to = "moon",
                    ids,
                }
            ),
            (HttpStatusCode.BadRequest, "contacts.filter-invalid", Delete(new { filter = "{" })),
            (HttpStatusCode.BadRequest, "contacts.search-too-short", Delete(new { search = "a" })),
            (
                HttpStatusCode.UnprocessableEntity,
                "contacts.no-such-member",
                new
                {
                    action = "assign",
                    ownerId = Guid.CreateVersion7(),
                    ids,
                }
            ),
        ];
        foreach (var (status, code, body) in wrong)
        {
            (await Refused("/bulk", body, status)).GetProperty("code").GetString().ShouldBe(code);
        }

        var assign = new
        {
            action = "assign",
            ownerId = Me.Id,
            ids,
        };
        using var writer = Harness.As(Me with { Permissions = ["contacts.write"] });
        (await writer.PostAsJsonAsync($"{Root}/bulk", assign, Ct).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
            "contacts.assign-not-allowed"
        );
        (
            await Harness.Scalar<long>(
                $"select count(*) from contacts.bulk_changes where workspace_id = '{Me.WorkspaceId}'"
            )
        ).ShouldBe(0);
        (
            await Harness.Scalar<long>($"select count(*) from contacts.tasks where workspace_id = '{Me.WorkspaceId}'")
        ).ShouldBe(0);
    }

    [Fact]
    public async Task Too_old_and_unknown_ones_cannot_be_undone_and_undone_twice_is_once()
    {
        var ana = await Create();
        var old = await Change(
            new
            {
                action = "tag",
                tags = new[] { "a" },
                ids = new[] { ana },
            }
        );
        var twice = await Change(
            new
            {
                action = "tag",
                tags = new[] { "b" },
                ids = new[] { ana },
            }
        );
        await Undo(twice);
        Undone(await Undo(twice)).ShouldBe((1, 0));
        Harness.Clock.Advance(TimeSpan.FromDays(31));

        await RefusedUndo(old.GetProperty("id").GetGuid(), HttpStatusCode.Conflict, "contacts.bulk-too-old");
        await RefusedUndo(Guid.CreateVersion7(), HttpStatusCode.NotFound, "contacts.bulk-not-found");
        (await Tags(ana)).ShouldBe(["a"]);
    }

    private async Task RefusedUndo(Guid id, HttpStatusCode status, string code) =>
        (await Refused($"/bulk/{id}/undo", new { }, status)).GetProperty("code").GetString().ShouldBe(code);

    private static object Delete(object audience) => new { action = "delete", audience };
}
