using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Flowstate.Contacts.Bulk;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Jobs;
using Flowstate.Contacts.Persistence;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Contacts.Tests.Imports;
using Flowstate.Identity.Events;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Tests.Bulk;

public sealed class BulkManyTests(ContactsTest.Server server) : BulkTest(server)
{
    private const int Many = 5_000;

    [Fact]
    public async Task Five_thousand_are_changed_in_few_statements_and_told_in_ten_events()
    {
        await Bring(Many);
        await Harness.Told.Wait<ContactsImported>(Many / 500, heard => heard.WorkspaceId == Me.WorkspaceId);

        var tagged = await Counted("'tag', array['all'], null");
        var moved = await Counted("'move', array[]::text[], 'nurture'");
        var deleted = await Counted("'delete', array[]::text[], null");

        Counts(tagged.Change).ShouldBe((Many, 0, 0));
        Counts(moved.Change).ShouldBe((Many, 0, 0));
        Counts(deleted.Change).ShouldBe((Many, 0, 0));
        (await Get("/stages/counts")).GetRawText().ShouldNotContain("\"count\":1");
        tagged.Statements.ShouldBeLessThan(60);
        moved.Statements.ShouldBeLessThan(200);
        deleted.Statements.ShouldBeLessThan(60);
        var told = await Harness.Told.Wait<ContactsUpdated>(10, heard => heard.WorkspaceId == Me.WorkspaceId);
        told.Count.ShouldBe(10);
        told.ShouldAllBe(heard => heard.Contacts.Count == 500);
        (await Harness.Told.Wait<ContactsMoved>(10, heard => heard.WorkspaceId == Me.WorkspaceId)).Count.ShouldBe(10);

        Undone(await Undo(deleted.Change)).ShouldBe((Many, 0));
        Undone(await Undo(moved.Change)).ShouldBe((Many, 0));
        Undone(await Undo(tagged.Change)).ShouldBe((Many, 0));
        (
            await Harness.Scalar<long>(
                $"""
                select count(*) from contacts.contacts
                where workspace_id = '{Me.WorkspaceId}' and deleted_at is null and stage = 'lead' and tags = array[]::text[]
                """
            )
        ).ShouldBe(Many);
    }

    [Fact]
    public async Task Whatever_cuts_it_off_the_next_run_goes_on_where_the_last_commit_ended()
    {
        await Bring(6000);
        // The queue knows nothing of it: as if the host had died when it had committed the start.
        var id = await Queue("'tag', array['cut'], null");

        // One chunk, and the host is gone.
        await using (var scope = Harness.Scope(Me.WorkspaceId))
        {
            var db = scope.ServiceProvider.GetRequiredService<ContactsDbContext>();
            await new BulkChunk(db, Harness.Clock).Run(id, Ct);
        }

        (await Get($"/bulk/{id}")).GetProperty("processed").GetInt32().ShouldBe(2500);
        await RunTwiceAtOnce(id);

        var done = await Over(id);
        Counts(done).ShouldBe((6000, 0, 0));
        (await Versions()).ShouldBe("2");

        await Post($"/bulk/{id}/undo", new { }, HttpStatusCode.Accepted);
        await RunTwiceAtOnce(id);
        Undone(await Over(id)).ShouldBe((6000, 0));
        (await Versions()).ShouldBe("3");
    }

    [Fact]
    public async Task One_whose_host_has_died_is_picked_up_by_the_clock()
    {
        await Bring(3);
        var started = await Post(
            "/bulk",
            new
            {
                action = "tag",
                tags = new[] { "late" },
                audience = new { },
            },
            HttpStatusCode.Accepted
        );
        var id = started.GetProperty("id").GetGuid();
        await Over(id);
        await Harness.Execute(
            $"""
            update contacts.bulk_changes set state = 'queued', next = 1, changed = 0, moved_at = moved_at - interval '1 hour'
            where id = '{id}';
            update contacts.bulk_rows set outcome = 'waiting', before = null where bulk_id = '{id}';
            update contacts.contacts set tags = array[]::text[] where workspace_id = '{Me.WorkspaceId}';
            """
        );
        await Harness.Hear(new WorkspaceCreated(Me.WorkspaceId, 1, Now, "Team", "NO", "Europe/Oslo", Me.Id));
        await RunJob<ResumeStalledChanges>();

        Counts(await Over(id)).ShouldBe((3, 0, 0));
        Harness.Clock.Advance(TimeSpan.FromDays(32));
        await RunJob<ResumeStalledChanges>();

        (await Harness.Scalar<long>($"select count(*) from contacts.bulk_rows where bulk_id = '{id}'")).ShouldBe(0);
    }

    private Task RunTwiceAtOnce(Guid id) => Task.WhenAll(Run(id), Run(id));

    /// <summary>A change of everybody, as the start leaves it, but for the queue.</summary>
    private Task<Guid> Queue(string actionTagsTo) =>
        Harness.Scalar<Guid>(
            $"""
            with change as (
              insert into contacts.bulk_changes (workspace_id, id, started_by, only_own, action, tags, to_stage, force, state,
                total, next, changed, unchanged, refused, restored, kept, created_at, moved_at)
              select '{Me.WorkspaceId}', gen_random_uuid(), '{Me.Id}', false, {actionTagsTo}, false, 'queued',
                count(*), 1, 0, 0, 0, 0, 0, now(), now() from contacts.contacts where workspace_id = '{Me.WorkspaceId}'
              returning workspace_id, id
            ), task as (
              insert into contacts.tasks (workspace_id, id, kind, started_by, state, done, created_at)
              select workspace_id, id, 'contacts.bulk', '{Me.Id}', 'queued', 0, now() from change
            ), meant as (
              insert into contacts.bulk_rows (workspace_id, bulk_id, position, contact_id, outcome)
              select c.workspace_id, b.id, row_number() over (order by c.id), c.id, 'waiting'
              from contacts.contacts c cross join change b where c.workspace_id = b.workspace_id
            )
            select id from change
            """
        );

    private async Task<(JsonElement Change, int Statements)> Counted(string actionTagsTo)
    {
        var id = await Queue(actionTagsTo);
        var (trace, statements) = (ActivityTraceId.CreateRandom(), 0);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => statements += activity.TraceId == trace ? 1 : 0,
        };
        ActivitySource.AddActivityListener(listener);
        using var parent = new Activity("job").SetParentId(
            trace,
            ActivitySpanId.CreateRandom(),
            ActivityTraceFlags.Recorded
        );
        parent.Start();
        await Run(id);
        parent.Stop();
        statements.ShouldBeGreaterThan(0, "nothing was heard of the database");
        return (await Get($"/bulk/{id}"), statements);
    }

    private async Task Run(Guid id)
    {
        await using var scope = Harness.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<ChangeInBulk>(scope.ServiceProvider).Run(Me.WorkspaceId, id, Ct);
    }

    private async Task Bring(int people)
    {
        var csv = string.Join('\n', Enumerable.Range(0, people).Select(n => $"P{n},p{n}@bulk.example"));
        using var form = ImportsTest.Form(AddressBook.Bytes($"First Name,E-mail\n{csv}"), "many.csv");
        var sent = await Api.PostAsync($"{Root}/imports", form, Ct).Json(HttpStatusCode.Created);
        var id = sent.GetProperty("data").GetProperty("id").GetGuid();
        await Post($"/imports/{id}/start", new { }, HttpStatusCode.Accepted);
        while ((await Get($"/imports/{id}")).GetProperty("state").GetString() != "done")
        {
            await Task.Delay(100, Ct);
        }
    }

    private Task<string> Versions() =>
        Harness.Scalar<string>(
            $"select string_agg(distinct version::text, ',') from contacts.contacts where workspace_id = '{Me.WorkspaceId}'"
        );
}
