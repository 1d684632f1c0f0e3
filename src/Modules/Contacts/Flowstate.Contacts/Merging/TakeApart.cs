using System.Text.Json.Nodes;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Merging;

/// <summary>
/// Undoes a merge of two locked contacts, in the transaction that is open: what was moved goes back, the kept one gets back
/// what the merge changed and nobody has changed since, and the other is there again.
/// </summary>
internal sealed class TakeApart(ContactsDbContext db, SensitiveFields sensitive, MergeSecrets secrets)
{
    /// <summary>A mail address may have gone to somebody else meanwhile: <see cref="Refused"/>.</summary>
    public async Task Run(Merge merge, Contact kept, Contact other, Stamp stamp, CancellationToken ct)
    {
        var record = MergeRecord.Of(merge.Record!);
        await MoveRows.Back(db, kept.Id, other.Id, record.Moved, ct);
        await db.Moves.Where(row => row.ContactId == kept.Id && row.Id == record.MoveId).ExecuteDeleteAsync(ct);
        await db.LoadFollowUps(kept, ct);
        await db.LoadFollowUps(other, ct);
        foreach (var own in record.FollowUps)
        {
            var followUp = kept.OpenFollowUps.FirstOrDefault(open => open.Id == own.Id && open.DueAt == own.After);
            followUp?.PutBack(own.Before, own.Escalation);
        }

        Restore(merge, record, kept);
        var standing = Standing.TakeBack(record.StoodBefore, record.StoodAfter, kept.Standing());
        var (country, cadence) = (await db.Country(ct), await db.CadenceDays(ct));
        var draft = record.Profile.TakeBack(kept.Draft());
        kept.Rewrite(draft, standing, await db.History(kept.Id, ct), country, cadence, stamp.Now);
        kept.Rhythm.Overtake(other.Rhythm.Sequence);
        // Saved before the other takes its mail addresses back: one of them has each at any time.
        await db.SaveChangesAsync(ct);
        other.ComeBack(cadence, kept.Rhythm.Sequence);
        merge.Undo(stamp);
        db.Raise(
            new ContactsUnmerged(
                kept.WorkspaceId,
                kept.Rhythm.Sequence,
                stamp.Now,
                merge.Id,
                stamp.By,
                await db.State(kept, ct),
                await db.State(other, ct),
                record.Moved[MoveRows.Sends]
            )
        );
        await db.SaveChangesAsync(ct);
    }

    private void Restore(Merge merge, MergeRecord record, Contact kept)
    {
        var plain = Overwritten.TakeBack(
            record.FieldsBefore,
            record.FieldsAfter,
            JsonNode.Parse(kept.CustomFields)!.AsObject()
        );
        var hidden = kept.SealedFields;
        if (merge.SealedRecord is { } text)
        {
            var (before, after) = secrets.Open(merge.Id, text);
            hidden = sensitive.Seal(
                kept.Id,
                Overwritten.TakeBack(before, after, sensitive.Open(kept.Id, kept.SealedFields))
            );
        }

        kept.Keep(plain.ToJsonString(), hidden);
    }
}
