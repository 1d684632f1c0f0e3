using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Flowstate.Contacts.Jobs;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Duplicates;

public abstract class DuplicatesTest(ContactsTest.Server server) : ContactsTest(server)
{
    protected static object Person(
        string first,
        string? last = null,
        string? mail = null,
        string? phone = null,
        string? company = null
    ) =>
        new
        {
            firstName = first,
            lastName = last,
            organisation = company,
            emails = mail is null ? [] : new[] { new { value = mail } },
            phones = phone is null ? [] : new[] { new { value = phone } },
        };

    /// <summary>What the clock does: it looks at those who came more than a minute ago.</summary>
    protected async Task LookThrough()
    {
        await Harness.Hear(new WorkspaceCreated(Me.WorkspaceId, 1, Now, "Team", "NO", "Europe/Oslo", Me.Id));
        Harness.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunJob<FindDuplicates>();
    }

    protected async Task<HttpResponseMessage> Send(
        Guid kept,
        Guid other,
        object? choices = null,
        bool dryRun = false,
        (long Kept, long Other)? versions = null,
        HttpClient? by = null
    )
    {
        var (mine, theirs) = versions ?? (await Version(kept), await Version(other));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/{kept}/merge")
        {
            Content = JsonContent.Create(
                new
                {
                    otherId = other,
                    otherVersion = theirs,
                    choices,
                    dryRun,
                }
            ),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{mine}\"");
        return await (by ?? Api).SendAsync(request, Ct);
    }

    protected async Task<JsonElement> Merge(Guid kept, Guid other, object? choices = null, bool dryRun = false) =>
        (await Send(kept, other, choices, dryRun).Json()).GetProperty("data");

    protected async Task<Guid> Merged(Guid kept, Guid other, object? choices = null) =>
        (await Merge(kept, other, choices)).GetProperty("mergeId").GetGuid();

    protected Task<JsonElement> Undo(Guid merge) => Post($"/merges/{merge}/undo", new { }, HttpStatusCode.OK);

    /// <summary>All rows of the workspace's contacts but what only says that something was written.</summary>
    protected Task<string> Everything() =>
        Harness.Scalar<string>(
            $"""
            select string_agg(what, E'\n' order by what) from (
              select 'c' || (to_jsonb(c) - 'version' - 'updated_at')::text from contacts.contacts c where {Mine}
              union all select 'p' || to_jsonb(p)::text from contacts.contact_points p where {Mine}
              union all select 'r' || (to_jsonb(r) - 'sequence')::text from contacts.contact_rhythms r where {Mine}
              union all select 't' || to_jsonb(t)::text from contacts.touches t where {Mine}
              union all select 'f' || to_jsonb(f)::text from contacts.facts f where {Mine}
              union all select 'm' || to_jsonb(m)::text from contacts.stage_moves m where {Mine}
              union all select 's' || to_jsonb(s)::text from contacts.sends s where {Mine}
              union all select 'z' || to_jsonb(z)::text from contacts.snoozes z where {Mine}
              union all select 'u' || to_jsonb(u)::text from contacts.follow_ups u where {Mine}
              union all select 'n' || to_jsonb(n)::text from contacts.stage_counters n where {Mine} and count <> 0
            ) everything(what)
            """
        );

    protected string Mine => $"workspace_id = '{Me.WorkspaceId}'";

    protected static string?[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetString())];
}
