using System.Net;
using System.Net.Http.Json;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Bulk;

/// <summary>The list of past changes, and those who were picked taken away as a file.</summary>
public sealed class PastChangesTests(ContactsTest.Server server) : BulkTest(server)
{
    [Fact]
    public async Task Changes_of_thirty_days_are_listed_newest_first_with_their_counts()
    {
        var id = await Create();
        for (var n = 0; n < 5; n++)
        {
            Harness.Clock.Advance(TimeSpan.FromMinutes(1));
            await Change(
                new
                {
                    action = "tag",
                    tags = new[] { $"t{n}" },
                    ids = new[] { id },
                }
            );
        }

        var all = await AllPages("/bulk", 2);
        all.Select(change => change.GetProperty("tags")[0].GetString()).ShouldBe(["t4", "t3", "t2", "t1", "t0"]);
        all.ShouldAllBe(change => change.GetProperty("changed").GetInt32() == 1);
        all[0].GetProperty("startedBy").GetGuid().ShouldBe(Me.Id);
        (await Undo(all[1])).GetProperty("state").GetString().ShouldBe("undone");
        (await Get("/bulk"))[1].GetProperty("state").GetString().ShouldBe("undone");

        // A rep does not see what others have changed.
        using var rep = Harness.As(await Colleague());
        (await Get("/bulk", rep)).GetArrayLength().ShouldBe(0);
        await Api.GetAsync($"{Root}/bulk?cursor=nonsense", Ct).Problem(HttpStatusCode.BadRequest);

        Harness.Clock.Advance(TimeSpan.FromDays(30));
        (await Get("/bulk")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("csv", "First Name")]
    [InlineData("vcard", "BEGIN:VCARD")]
    public async Task Those_who_were_picked_are_the_file(string format, string begin)
    {
        var (ana, eva, ida) = (await Named("Ana"), await Named("Eva"), await Named("Ida"));
        using var other = Harness.As(TestMember.New());
        var foreign = await Create(new { firstName = "Olaf" }, other);

        var picked = await File(new { format, ids = new[] { ana, ida, foreign } });
        picked.ShouldContain(begin);
        (picked.Contains("Ana"), picked.Contains("Eva"), picked.Contains("Ida")).ShouldBe((true, false, true));
        picked.ShouldNotContain("Olaf");
        var rest = await File(
            new
            {
                format,
                audience = new { },
                except = new[] { eva },
            }
        );
        rest.ShouldBe(picked);
        var sought = await File(new { format, audience = new { search = "eva" } });
        (sought.Contains("Ana"), sought.Contains("Eva"), sought.Contains("Ida")).ShouldBe((false, true, false));
    }

    [Fact]
    public async Task A_file_names_its_people_one_way_and_not_too_many_of_them()
    {
        await Refused("/export", new { }, HttpStatusCode.BadRequest);
        await Refused("/export", new { ids = Array.Empty<Guid>() }, HttpStatusCode.BadRequest);
        await Refused(
            "/export",
            new { ids = new[] { Guid.CreateVersion7() }, audience = new { } },
            HttpStatusCode.BadRequest
        );
        await Refused(
            "/export",
            new { ids = Enumerable.Range(0, 1001).Select(_ => Guid.CreateVersion7()) },
            HttpStatusCode.BadRequest
        );
        await Refused("/export", new { audience = new { filter = "{" } }, HttpStatusCode.BadRequest);
        using var reader = Harness.As(Me with { Permissions = [ContactsModule.Read] });
        await Refused("/export", new { audience = new { } }, HttpStatusCode.Forbidden, reader);
    }

    private Task<Guid> Named(string name) => Create(new { firstName = name });

    private async Task<string> File(object body)
    {
        var answer = await Api.PostAsJsonAsync($"{Root}/export", body, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}
