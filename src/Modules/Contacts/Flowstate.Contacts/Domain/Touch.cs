using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

internal enum Channel
{
    Call,
    Whatsapp,
    Sms,
    Email,
    Dm,
    Meeting,
    Note,
    Other,
}

internal enum Direction
{
    Out,
    In,
}

internal enum Outcome
{
    Reached,
    NoAnswer,
    NoThanks,
}

/// <summary>One logged exposure. A note is kept in the timeline but is no touch: it re-dates nothing.</summary>
internal sealed class Touch : IWorkspaceOwned
{
    private Touch() { }

    public Guid Id { get; private init; }

    public Guid WorkspaceId { get; private init; }

    public Guid ContactId { get; private init; }

    public Channel Channel { get; private init; }

    public Direction Direction { get; private init; }

    public Outcome Outcome { get; private init; }

    public string? Note { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Guid? ByMemberId { get; private init; }

    public DateTimeOffset LoggedAt { get; private init; }

    public static Touch Log(
        Contact contact,
        Guid id,
        Channel channel,
        Direction direction,
        Outcome outcome,
        string? note,
        DateTimeOffset at,
        Stamp stamp
    ) =>
        new()
        {
            Id = id,
            WorkspaceId = contact.WorkspaceId,
            ContactId = contact.Id,
            Channel = channel,
            Direction = direction,
            Outcome = outcome,
            Note = note,
            At = at,
            ByMemberId = stamp.By,
            LoggedAt = stamp.Now,
        };
}
