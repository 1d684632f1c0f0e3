using System.Net;
using System.Net.Http.Json;
using Flowstate.Contacts.Events;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public class CadenceAndReplayTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task Another_cadence_redates_everybody_from_their_last_touch()
    {
        var warm = await Create(new { firstName = "Warm", warmth = 5 });
        var resting = await Create(new { firstName = "No", warmth = 5 });
        var never = await Create(new { firstName = "New", warmth = 5 });
        await Touch(warm, at: Now.AddDays(-1));
        await Touch(resting, "noThanks", Now.AddDays(-1));
        (await Get("/cadence")).GetProperty("five").GetInt32().ShouldBe(30);

        var answer = await Put(
            "/cadence",
            new
            {
                five = 10,
                four = 60,
                three = 90,
                two = 120,
                one = (int?)null,
            },
            version: 0
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Get("/cadence")).GetProperty("five").GetInt32().ShouldBe(10);
        Round((await Card(warm)).GetProperty("nextTouchAt").GetDateTimeOffset() - Now).ShouldBe(TimeSpan.FromDays(9));
        Round((await Card(resting)).GetProperty("nextTouchAt").GetDateTimeOffset() - Now)
            .ShouldBe(TimeSpan.FromDays(6));
        (await Card(never)).GetProperty("nextTouchAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await Harness.Told.Wait<CadenceChanged>(1, raised => raised.WorkspaceId == Me.WorkspaceId))[0]
            .Five.ShouldBe(10);
    }

    [Fact]
    public async Task The_cadence_is_the_workspaces_and_no_reps()
    {
        var answer = await Put("/cadence", new { five = 1 }, 0, Harness.As(Me.Colleague()));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Get("/cadence")).GetProperty("five").GetInt32().ShouldBe(30);
        (await Put("/cadence", new { five = 0 }, 0)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Of_two_who_change_the_cadence_at_once_one_is_told_to_look_again()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(days => Put("/cadence", new { five = days }, 0))
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(7);
        (await Put("/cadence", new { five = 9 })).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
    }

    [Fact]
    public async Task A_cadence_of_never_for_everybody_is_kept()
    {
        var id = await Create(new { firstName = "Warm", warmth = 5 });
        await Touch(id);

        (await Put("/cadence", new { }, 0)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Card(id)).GetProperty("nextTouchAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Replays_asked_for_at_once_are_one_and_only_who_started_it_or_sees_all_may_watch()
    {
        await Create();
        var rep = Harness.As(Me.Colleague());

        var ids = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async _ =>
                    (await Post("/replay", new { }, HttpStatusCode.Accepted)).GetProperty("taskId").GetGuid()
                )
        );

        ids.Distinct().Count().ShouldBeLessThan(6);
        var path = $"/api/v1/tasks/{ids[0]}";
        (await Api.GetAsync(path, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await rep.GetAsync(path, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_replay_is_accepted_and_tells_every_living_contact_as_it_is_now()
    {
        var id = await Create(new { firstName = "Ana", warmth = 5 });
        await Touch(id);
        await Fact(id, "VIDEO_SENT");
        var gone = await Create();
        await Api.DeleteAsync($"{Root}/{gone}", Ct);

        using var accepted = await Api.PostAsJsonAsync($"{Root}/replay", new { }, Ct);

        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        accepted.Headers.Location!.ToString().ShouldStartWith("/api/v1/tasks/");
        var told = await Harness.Told.Wait<ContactSnapshot>(1, raised => raised.WorkspaceId == Me.WorkspaceId);
        told.Count.ShouldBe(1);
        told[0].Contact.ContactId.ShouldBe(id);
        told[0].FollowUps.Select(open => open.Kind).ShouldBe(["videoCheckIn", "videoCheckIn"]);
        told[0].RecordedFacts.ShouldBe(["VIDEO_SENT"]);
        told[0].LastTouchAt.ShouldNotBeNull();
        told[0].Version.ShouldBe(told[0].Contact.Version);
        var task = (await Api.GetAsync(accepted.Headers.Location, Ct).Json()).GetProperty("data");
        task.GetProperty("state").GetString().ShouldBe("done");
        task.GetProperty("done").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_replay_of_many_goes_in_batches_and_misses_nobody()
    {
        await using (
            var command = Harness.Owner.CreateCommand(
                $"""
                with made as (
                  insert into contacts.contacts (workspace_id, id, owner_id, first_name, name, tags, warmth, search_text,
                    stage, stage_entered_at, created_at, updated_at, version)
                  select '{Me.WorkspaceId}', gen_random_uuid(), '{Me.Id}', 'N', 'N', array[]::text[], 0, 'n', 'lead', now(),
                    now(), now(), 1 from generate_series(1, 1203) returning workspace_id, id
                )
                insert into contacts.contact_rhythms (workspace_id, contact_id, sequence, evidence, no_thanks_rung, resting)
                select workspace_id, id, 1, 0, 0, false from made
                """
            )
        )
        {
            await command.ExecuteNonQueryAsync(Ct);
        }

        await Api.PostAsJsonAsync($"{Root}/replay", new { }, Ct);

        var told = await Harness.Told.Wait<ContactSnapshot>(1203, raised => raised.WorkspaceId == Me.WorkspaceId);
        told.Select(raised => raised.Contact.ContactId).Distinct().Count().ShouldBe(1203);
    }
}
