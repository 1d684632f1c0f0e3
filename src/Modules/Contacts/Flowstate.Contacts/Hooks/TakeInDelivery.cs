using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Hooks;

/// <summary>
/// A delivery that is what it says: its contact is found or made, its fact recorded, in one transaction. A repeat, by
/// its own id or by its event's, changes nothing.
/// </summary>
internal static class TakeInDelivery
{
    private static readonly HookAnswer Repeat = new(Duplicate: true, ContactId: null, NewContact: false);

    public static async Task<Result<HookAnswer>> TakeIn(
        this ContactsDbContext db,
        SignedDelivery delivery,
        HookSource source,
        InboundFact inbound,
        Stamp stamp,
        CancellationToken ct
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await IsNew(db, delivery, source, stamp, ct))
        {
            return Repeat;
        }

        // Without a name of its own an event goes by its delivery's, which another sender may use too.
        var eventId = inbound.EventId ?? $"{source.Id:N}:{delivery.Id}";
        var known = await db
            .Facts.Where(fact => fact.EventId == eventId)
            .Select(fact => fact.ContactId)
            .ToListAsync(ct);
        if (known.Count > 0)
        {
            await transaction.CommitAsync(ct);
            return Repeat with { ContactId = known[0] };
        }

        var country = inbound.Person.Country ?? await db.Country(ct);
        await db.LockPerson(inbound.Person, country, ct);
        var contactId = await db.FindPerson(inbound.Person, source.OwnerId, country, ct);
        var made = contactId is null ? Add(db, source, inbound.Person, country, stamp) : null;
        if (made is not null)
        {
            await db.SaveChangesAsync(ct);
        }

        var told = new ToldFact(
            eventId,
            inbound.Type,
            inbound.At ?? stamp.Now,
            inbound.Source,
            inbound.Properties,
            inbound.Utm,
            inbound.Consent
        );
        var result = await db.Change<HookAnswer>(
            made?.Id ?? contactId!.Value,
            async contact =>
                await db.Record(contact, told, stamp, ct) is null
                    ? Repeat
                    : new HookAnswer(Duplicate: false, contact.Id, made is not null),
            ct
        );
        // Known only since we looked: what was made for it goes again.
        if (result is { IsSuccess: true, Value.Duplicate: false })
        {
            await transaction.CommitAsync(ct);
        }

        return result;
    }

    private static Contact Add(
        ContactsDbContext db,
        HookSource source,
        InboundPerson person,
        string? country,
        Stamp stamp
    )
    {
        var contact = Contact.Create(source.WorkspaceId, source.OwnerId, person.Draft(), country, stamp.Now);
        db.Add(contact);
        return contact;
    }

    // A repeat that comes at once waits here until the first is done with.
    private static async Task<bool> IsNew(
        ContactsDbContext db,
        SignedDelivery delivery,
        HookSource source,
        Stamp stamp,
        CancellationToken ct
    ) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into contacts.hook_deliveries (workspace_id, source_id, delivery_id, received_at)
            values ({source.WorkspaceId}, {source.Id}, {delivery.Id}, {stamp.Now})
            on conflict (workspace_id, source_id, delivery_id) do nothing
            """,
            ct
        ) == 1;
}
