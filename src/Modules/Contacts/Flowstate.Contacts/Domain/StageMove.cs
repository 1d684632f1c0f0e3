using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>The record of one move: who, when, from, to and why. An import's starting stage has no from.</summary>
internal sealed class StageMove : IWorkspaceOwned
{
    private StageMove() { }

    public Guid Id { get; private init; }

    public Guid WorkspaceId { get; private init; }

    public Guid ContactId { get; private init; }

    public Guid OwnerId { get; private init; }

    public Stage? From { get; private init; }

    public Stage To { get; private init; }

    public bool Forced { get; private init; }

    /// <summary>What the gate wanted and the contact lacked: one that only advises, or that was forced.</summary>
    public List<string> Missing { get; private init; } = [];

    public string? Reason { get; private init; }

    public Guid? ByMemberId { get; private init; }

    public DateTimeOffset At { get; private init; }

    internal static StageMove Of(Contact contact, Move move, string? reason, Stamp stamp) =>
        Record(contact, move.From, move.To, move.Forced, [.. move.Missing.Select(one => one.Code)], reason, stamp);

    /// <summary>An import gave the contact its starting stage; recorded as such.</summary>
    public static StageMove Imported(Contact contact, Stamp stamp) =>
        Record(contact, null, contact.Stage, false, [], "Imported", stamp);

    /// <summary>The kept contact stands where the other one stood: no gate was passed again.</summary>
    public static StageMove Merged(Contact contact, Stage from, string with, Stamp stamp) =>
        Record(contact, from, contact.Stage, false, [], $"Merged with {with}", stamp);

    private static StageMove Record(
        Contact contact,
        Stage? from,
        Stage to,
        bool forced,
        List<string> missing,
        string? reason,
        Stamp stamp
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(stamp.Now),
            WorkspaceId = contact.WorkspaceId,
            ContactId = contact.Id,
            OwnerId = contact.OwnerId,
            From = from,
            To = to,
            Forced = forced,
            Missing = missing,
            Reason = reason,
            ByMemberId = stamp.By,
            At = stamp.Now,
        };
}
