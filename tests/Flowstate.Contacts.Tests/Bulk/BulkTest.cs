using System.Net;
using System.Text.Json;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Bulk;

/// <summary>Starts changes in bulk through the front door and waits until they are over.</summary>
public abstract class BulkTest(ContactsTest.Server server) : ContactsTest(server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    protected async Task<JsonElement> Change(object body, HttpClient? by = null)
    {
        var started = await Post("/bulk", body, HttpStatusCode.Accepted, by);
        return await Over(started.GetProperty("id").GetGuid(), by);
    }

    protected async Task<JsonElement> Undo(JsonElement change, HttpClient? by = null)
    {
        var id = change.GetProperty("id").GetGuid();
        await Post($"/bulk/{id}/undo", new { }, HttpStatusCode.Accepted, by);
        return await Over(id, by);
    }

    protected async Task<JsonElement> Over(Guid id, HttpClient? by = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var change = await Get($"/bulk/{id}", by);
            if (change.GetProperty("state").GetString() is "done" or "failed" or "undone")
            {
                return change;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    protected async Task<List<JsonElement>> Rows(JsonElement change, string outcome, HttpClient? by = null) =>
        [.. (await Get($"/bulk/{change.GetProperty("id").GetGuid()}/rows?outcome={outcome}", by)).EnumerateArray()];

    protected static (int Changed, int Unchanged, int Refused) Counts(JsonElement change) =>
        (
            change.GetProperty("changed").GetInt32(),
            change.GetProperty("unchanged").GetInt32(),
            change.GetProperty("refused").GetInt32()
        );

    protected static (int Restored, int Kept) Undone(JsonElement change) =>
        (
            change.GetProperty("undone").GetProperty("restored").GetInt32(),
            change.GetProperty("undone").GetProperty("kept").GetInt32()
        );

    protected async Task<string[]> Tags(Guid id) =>
        [.. (await Card(id)).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!)];

    protected async Task<TestMember> Colleague(string role = "rep", string name = "Tom Berg")
    {
        var colleague = Me.Colleague(role, name);
        await Harness.Hear(
            new MemberJoined(Me.WorkspaceId, colleague.Id, 1, Now, name, role, "Europe/Oslo", SponsorId: null)
        );
        return colleague;
    }

    /// <summary>All of a contact but what only says that something was written.</summary>
    protected async Task<string> What(Guid id) =>
        await Harness.Scalar<string>(
            $"""
            select (to_jsonb(c) - 'version' - 'updated_at')::text
              || (select (to_jsonb(r) - 'sequence')::text from contacts.contact_rhythms r where r.contact_id = c.id)
              || coalesce((select jsonb_agg(to_jsonb(p) order by p.kind, p.position)::text
                from contacts.contact_points p where p.contact_id = c.id), '')
              || coalesce((select jsonb_agg(to_jsonb(f) - 'created_at' order by f.kind, f.step)::text
                from contacts.follow_ups f where f.contact_id = c.id and f.status = 'open'), '')
            from contacts.contacts c where id = '{id}'
            """
        );
}
