using Flowstate.Contacts.Domain;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Persistence;

/// <summary>A fact as somebody tells it: a JSON text each for properties, UTM and consent.</summary>
internal sealed record ToldFact(
    string EventId,
    FactType Type,
    DateTimeOffset At,
    string Source,
    string? Properties,
    string? Utm,
    string? Consent
);

/// <summary>The one way a fact comes in, whoever tells it: kept once, then its automations.</summary>
internal static class FactWrites
{
    /// <summary>Records a fact of a locked contact. Null where the workspace knows its event id: nothing has changed then.</summary>
    public static async Task<Guid?> Record(
        this ContactsDbContext db,
        Contact contact,
        ToldFact fact,
        Stamp stamp,
        CancellationToken ct
    )
    {
        var id = Guid.CreateVersion7(stamp.Now);
        // The unique key decides who was first: a concurrent duplicate waits here for the other's commit.
        var inserted = await db.Database.ExecuteSqlAsync(
            $"""
            with receipt as (
              insert into contacts.fact_receipts (workspace_id, event_id, id, contact_id, type)
              values ({contact.WorkspaceId}, {fact.EventId}, {id}, {contact.Id}, {fact.Type.Code()})
              on conflict (workspace_id, event_id) do nothing
              returning workspace_id, event_id, id, contact_id, type)
            insert into contacts.facts
              (workspace_id, event_id, id, contact_id, type, at, source, properties, utm, consent, by_member_id, recorded_at)
            select receipt.*, {fact.At}, {fact.Source}, {fact.Properties}::jsonb, {fact.Utm}::jsonb, {fact.Consent}::jsonb,
              {stamp.By ?? contact.OwnerId}, {stamp.Now}
            from receipt
            """,
            ct
        );
        if (inserted == 0)
        {
            return null;
        }

        contact.Record(id, fact.Type, fact.Source, fact.At, await db.Method(contact.OwnerId, ct), stamp);
        return id;
    }
}
