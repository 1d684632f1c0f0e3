using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

internal enum FollowUpKind
{
    Manual,
    VideoCheckIn,
    Rebook,
    CheckIn30,
    NoThanks,
    Reconnect,
}

internal enum FollowUpStatus
{
    Open,
    Done,
    Cancelled,
}

/// <summary>
/// A dated task on a contact; it stays on the list until it is done. <see cref="Step"/> tells the follow-ups of one
/// automation apart: of each (kind, step) at most one is open, and the database holds that too.
/// </summary>
internal sealed class FollowUp : IWorkspaceOwned
{
    private FollowUp() { }

    public Guid Id { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public Guid ContactId { get; private set; }

    public FollowUpKind Kind { get; private set; }

    public int Step { get; private set; }

    public string Title { get; private set; } = "";

    public DateTimeOffset DueAt { get; private set; }

    public FollowUpStatus Status { get; private set; }

    /// <summary>0 none, 1 gentle, 2 firm, 3 the leader sees it.</summary>
    public int Escalation { get; private set; }

    public int? RepeatEveryDays { get; private set; }

    public string? ClosingNote { get; private set; }

    public Guid? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public bool IsOpen => Status == FollowUpStatus.Open;

    internal static FollowUp Plan(
        Contact contact,
        FollowUpKind kind,
        int step,
        string title,
        DateTimeOffset dueAt,
        DateTimeOffset now,
        int? repeatEveryDays = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = contact.WorkspaceId,
            ContactId = contact.Id,
            Kind = kind,
            Step = step,
            Title = title,
            DueAt = dueAt,
            RepeatEveryDays = repeatEveryDays,
            CreatedAt = now,
        };

    internal void MoveTo(DateTimeOffset dueAt)
    {
        DueAt = dueAt;
        Escalation = 0;
    }

    internal void PutBack(DateTimeOffset dueAt, int escalation) => (DueAt, Escalation) = (dueAt, escalation);

    internal void Close(FollowUpStatus status, string? note, Stamp stamp)
    {
        Status = status;
        ClosingNote = note;
        ClosedBy = stamp.By;
        ClosedAt = stamp.Now;
    }
}

/// <summary>Who does something, and when. Nobody means an automation or an import.</summary>
internal readonly record struct Stamp(Guid? By, DateTimeOffset Now);
