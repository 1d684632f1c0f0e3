using System.Net;
using Flowstate.Contacts.Tests.Imports;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

/// <summary>What a database that stumbles, or refuses a value, looks like from outside. Alone on its database: it breaks connections.</summary>
public class DatabaseFaultTests(ContactsTest.Server server) : ImportsTest(server)
{
    [Fact]
    public async Task A_lost_connection_is_a_503_and_the_next_try_works()
    {
        var id = await Create();
        var answers = new List<HttpStatusCode>();
        for (var turn = 0; turn < 5; turn++)
        {
            await Break();
            foreach (var path in new[] { "/", $"/{id}", "/board" })
            {
                answers.Add((await Api.GetAsync(Root + path, Ct)).StatusCode);
            }
        }

        answers.ShouldContain(HttpStatusCode.ServiceUnavailable);
        answers.ShouldAllBe(status => status == HttpStatusCode.OK || status == HttpStatusCode.ServiceUnavailable);
        (await Card(id)).GetProperty("id").GetGuid().ShouldBe(id);
    }

    [Fact]
    public async Task An_import_whose_connection_breaks_in_the_middle_of_a_save_goes_on_by_itself()
    {
        await using (
            var trap = Harness.Owner.CreateCommand(
                """
                create sequence contacts.saves;
                create function contacts.break_second_save() returns trigger language plpgsql security definer as $$
                begin
                  if nextval('contacts.saves') = 2 then perform pg_terminate_backend(pg_backend_pid()); end if;
                  return new;
                end $$;
                create trigger break_second_save before update on contacts.tasks
                  for each row execute function contacts.break_second_save();
                """
            )
        )
        {
            await trap.ExecuteNonQueryAsync(Ct);
        }

        var rows = string.Concat(Enumerable.Range(0, 1200).Select(n => $"Person {n},person{n}@example.org\n"));
        var import = await Import("Name,E-mail\n" + rows);

        import.GetProperty("state").GetString().ShouldBe("done");
        Counts(import).ShouldBe((1200, 0, 0, 0));
        (await Harness.Scalar<long>("select last_value from contacts.saves")).ShouldBeGreaterThan(2);
        await using var release = Harness.Owner.CreateCommand("drop function contacts.break_second_save cascade");
        await release.ExecuteNonQueryAsync(Ct);
    }

    [Theory]
    [InlineData("""{"firstName":"A","country":"\u0000\u0000"}""")]
    [InlineData("""{"firstName":"A\u0000"}""")]
    [InlineData("""{"firstName":"A","timeZone":"posix/Europe/Oslo"}""")]
    public async Task A_value_that_cannot_be_stored_is_a_400(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        (await Api.PostAsync($"{Root}/", content, Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":1e200000}""")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]")]
    public async Task Properties_that_cannot_be_stored_are_a_400_and_leave_no_fact(string properties)
    {
        var id = await Create();
        using var content = new StringContent(
            $$"""{"eventId":"e1","type":"VIDEO_SENT","properties":{{properties}}}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );

        (await Api.PostAsync($"{Root}/{id}/facts", content, Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await Card(id)).GetProperty("followUps").GetArrayLength().ShouldBe(0);
        (await Get($"/{id}/timeline")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task JSON_in_another_charset_is_a_415()
    {
        using var content = new ByteArrayContent("""{"firstName":"A"}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=bogus");

        (await Api.PostAsync($"{Root}/", content, Ct).ProblemCode(HttpStatusCode.UnsupportedMediaType)).ShouldBe(
            "unsupported-media-type"
        );
    }

    private async Task Break()
    {
        await using var command = Harness.Owner.CreateCommand(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where usename = 'flowstate_contacts' and datname = current_database() and state = 'idle'
            """
        );
        await command.ExecuteScalarAsync(Ct);
    }
}
