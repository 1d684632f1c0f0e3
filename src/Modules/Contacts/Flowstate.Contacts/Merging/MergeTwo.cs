using System.Text.Json.Nodes;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Merging;

/// <summary>
/// Makes two locked contacts one, in the transaction that is open: the other gives way, what hangs on it moves, the kept one
/// becomes what the choices say, and all of it is remembered.
/// </summary>
internal sealed class MergeTwo(ContactsDbContext db, SensitiveFields sensitive, MergeSecrets secrets)
{
    /// <summary>422 <c>contacts.merge-too-long</c>. The mail of one of them may be taken: <see cref="Refused"/>.</summary>
    public async Task<Result<(Merge Merge, MergeRecord Record)>> Run(
        Contact kept,
        Contact other,
        Choices choices,
        Stamp stamp,
        CancellationToken ct
    )
    {
        var country = await db.Country(ct);
        var combined = Combine.Drafts(kept, other, choices, country);
        if (combined.Error is { } wrong)
        {
            return wrong;
        }

        var (before, stood) = (kept.Draft(), kept.Standing());
        var standing = Combine.Standings(stood, other.Standing(), choices);
        other.GiveWay(stamp.Now);
        // Saved before the kept one takes its mail addresses over: one of them has each at any time.
        await db.SaveChangesAsync(ct);
        var moved = await MoveRows.Over(db, kept.Id, other.Id, ct);
        await db.LoadFollowUps(kept, ct);
        var redated = await LaterDates(kept, other.Id, ct);

        var id = Guid.CreateVersion7(stamp.Now);
        var fieldsBefore = Json(kept.CustomFields);
        var fieldsAfter = choices.Fields(fieldsBefore, Json(other.CustomFields));
        var sealedRecord = KeepFields(id, kept, other, choices, fieldsAfter);
        var history = await db.History(kept.Id, ct);
        var cadence = await db.CadenceDays(ct);
        kept.Rewrite(combined.Value, standing, history, country, cadence, stamp.Now);
        kept.Rhythm.Overtake(other.Rhythm.Sequence);
        var move = stood.Stage == standing.Stage ? null : StageMove.Merged(kept, stood.Stage, other.Name, stamp);
        if (move is not null)
        {
            db.Add(move);
        }

        MergeRecord record = new(
            new Overwritten(before, kept.Draft()),
            stood,
            kept.Standing(),
            fieldsBefore,
            fieldsAfter,
            move?.Id,
            moved,
            redated
        );
        var merge = Merge.Of(id, kept, other, record.ToJson(), sealedRecord, stamp);
        db.Add(merge);
        db.Raise(
            new ContactsMerged(
                kept.WorkspaceId,
                kept.Rhythm.Sequence,
                stamp.Now,
                id,
                stamp.By,
                await db.State(kept, ct),
                other.Id,
                other.Rhythm.Sequence
            )
        );
        await db.SaveChangesAsync(ct);
        return (merge, record);
    }

    /// <summary>What sensitive fields were and became, sealed for the merge; null where they stayed.</summary>
    private string? KeepFields(Guid mergeId, Contact kept, Contact other, Choices choices, JsonObject plain)
    {
        var hidden = sensitive.Open(kept.Id, kept.SealedFields);
        var joined = choices.Fields(hidden, sensitive.Open(other.Id, other.SealedFields));
        var same = JsonNode.DeepEquals(hidden, joined);
        kept.Keep(plain.ToJsonString(), same ? kept.SealedFields : sensitive.Seal(kept.Id, joined));
        return same ? null : secrets.Seal(mergeId, hidden, joined);
    }

    // Both waited for the same thing: it is asked for once, at the later date.
    private async Task<List<MergeRecord.Redated>> LaterDates(Contact kept, Guid other, CancellationToken ct)
    {
        var doubled = await db
            .FollowUps.AsNoTracking()
            .Where(row => row.ContactId == other && row.Status == FollowUpStatus.Open)
            .ToListAsync(ct);
        List<MergeRecord.Redated> redated = [];
        foreach (var row in doubled)
        {
            var (was, loud) = kept
                .OpenFollowUps.Where(own => own.Kind == row.Kind && own.Step == row.Step)
                .Select(own => (own.DueAt, own.Escalation))
                .FirstOrDefault();
            if (kept.Await(row.Kind, row.Step, row.DueAt) is { } later)
            {
                redated.Add(new MergeRecord.Redated(later.Id, was, later.DueAt, loud));
            }
        }

        return redated;
    }

    private static JsonObject Json(string fields) => JsonNode.Parse(fields)!.AsObject();
}
