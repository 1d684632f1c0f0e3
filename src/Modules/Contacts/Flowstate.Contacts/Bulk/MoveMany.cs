using System.Text.Json;
using System.Text.Json.Serialization;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Bulk;

/// <summary>
/// Moves contacts, each judged by the rules of the pipeline as if it were moved alone; who is not let through is refused with
/// what the gate wants. The contacts are read without being tracked: what they raise is told together instead.
/// </summary>
internal static class MoveMany
{
    private sealed record Noted(PipelineState Before, PipelineState After);

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public static async Task<IReadOnlyList<BulkOutcome>> Run(BulkStep step, CancellationToken ct)
    {
        var (db, change, moves) = (step.Db, step.Change, new WriteMoves(step));
        var methods = new Dictionary<Guid, Method>();
        foreach (var (row, contact) in await Load(step, ct))
        {
            if (contact is null)
            {
                moves.Note(row, BulkOutcome.Refused, BulkStep.Gone);
                continue;
            }

            if (contact.Stage == change.To)
            {
                moves.Note(row, BulkOutcome.Unchanged);
                continue;
            }

            if (!methods.TryGetValue(contact.OwnerId, out var method))
            {
                methods.Add(contact.OwnerId, method = await db.Method(contact.OwnerId, ct));
            }

            var (before, wanted) = (contact.PipelineState(), contact.MissingForNext(method.Gates));
            var moved = contact.MoveTo(change.To!.Value, change.Force, change.Reason, method, step.Stamp);
            if (moved.Error is { } error)
            {
                moves.Note(row, BulkOutcome.Refused, Reason(error, wanted));
            }
            else
            {
                moves.Note(
                    row,
                    BulkOutcome.Changed,
                    note: JsonSerializer.Serialize(new Noted(before, contact.PipelineState()), Json)
                );
                moves.Add(contact, moved.Value, before);
            }
        }

        await moves.Write(change.Reason, ct);
        return moves.Outcomes;
    }

    public static async Task<IReadOnlyList<BulkOutcome>> TakeBack(BulkStep step, CancellationToken ct)
    {
        var moves = new WriteMoves(step);
        foreach (var (row, contact) in await Load(step, ct))
        {
            if (contact is null)
            {
                moves.Note(row, BulkOutcome.Kept, BulkStep.Gone);
                continue;
            }

            var (noted, before) = (JsonSerializer.Deserialize<Noted>(row.Before!, Json)!, contact.PipelineState());
            if (contact.TakeBack(noted.Before, noted.After, step.Stamp) is { } move)
            {
                moves.Note(row, BulkOutcome.Undone);
                moves.Add(contact, move, before);
            }
            else
            {
                moves.Note(row, BulkOutcome.Kept, BulkStep.ChangedSince);
            }
        }

        await moves.Write(reason: null, ct);
        return moves.Outcomes;
    }

    // All that a gate wants, where a single move names one thing after the other.
    private static string Reason(Error error, IReadOnlyList<Missing>? wanted) =>
        error.Code == "contacts.gate-closed" && wanted is { Count: > 0 }
            ? string.Join(", ", wanted.Select(missing => missing.Text)) + "."
            : error.Message;

    private static async Task<List<(BulkRow Row, Contact? Contact)>> Load(BulkStep step, CancellationToken ct)
    {
        var (db, change) = (step.Db, step.Change);
        var ids = step.ContactIds;
        var contacts = await db
            .Contacts.AsNoTracking()
            .Include(contact => contact.Rhythm)
            .Include(contact => contact.FollowUps.Where(followUp => followUp.Status == FollowUpStatus.Open))
            .Where(contact => ids.Contains(contact.Id) && (!change.OnlyOwn || contact.OwnerId == change.StartedBy))
            .AsSplitQuery()
            .ToDictionaryAsync(contact => contact.Id, ct);
        return [.. step.Rows.Select(row => (row, contacts.GetValueOrDefault(row.ContactId)))];
    }
}
