using Flowstate.Contacts.Events;
using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>
/// A person a member keeps in touch with. <see cref="Entity.Version"/> counts edits and moves (the ETag); the events
/// carry <see cref="Domain.Rhythm.Sequence"/>, which every verb advances, so that a touch does not outdate an open form.
/// </summary>
internal sealed partial class Contact : Entity
{
    private readonly List<ContactPoint> _points = [];

    private Contact() { }

    public Guid OwnerId { get; private set; }

    public string FirstName { get; private set; } = "";

    public string? LastName { get; private set; }

    public string Name { get; private set; } = "";

    public string? Organisation { get; private set; }

    public string? Title { get; private set; }

    public string? PrimaryEmail { get; private set; }

    public string? PrimaryPhone { get; private set; }

    public Handles Handles { get; private set; } = Handles.None;

    public string? Country { get; private set; }

    public string? Language { get; private set; }

    public string? TimeZone { get; private set; }

    public string? Source { get; private set; }

    public List<string> Tags { get; private set; } = [];

    public int Warmth { get; private set; }

    public string? Notes { get; private set; }

    /// <summary>What search looks through besides the notes, see <see cref="Domain.SearchText"/>.</summary>
    public string SearchText { get; private set; } = "";

    public Qualification Qualification { get; private set; } = Qualification.Unknown;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public IReadOnlyList<ContactPoint> Points => _points;

    public Rhythm Rhythm { get; private set; } = null!;

    /// <summary>A contact added by hand or by the API: it starts as a lead.</summary>
    public static Contact Create(
        Guid workspaceId,
        Guid ownerId,
        ContactDraft draft,
        string? country,
        DateTimeOffset now
    )
    {
        var contact = Import(workspaceId, ownerId, draft, Stage.Lead, country, now);
        contact.Raise(new ContactCreated(workspaceId, contact.Rhythm.Sequence, now, contact.Details()));
        return contact;
    }

    /// <summary>Like <see cref="Create"/> but silent and in any stage: the import raises one event per batch.</summary>
    public static Contact Import(
        Guid workspaceId,
        Guid ownerId,
        ContactDraft draft,
        Stage stage,
        string? country,
        DateTimeOffset now
    )
    {
        var id = Guid.CreateVersion7(now);
        var contact = new Contact
        {
            Id = id,
            WorkspaceId = workspaceId,
            OwnerId = ownerId,
            Stage = stage,
            StageEnteredAt = now,
            CreatedAt = now,
            Rhythm = Rhythm.Start(workspaceId, id),
        };
        contact.Write(draft, country, now);
        contact.Rhythm.Advance();
        return contact;
    }

    public void Edit(ContactDraft draft, string? country, CadenceDays cadence, DateTimeOffset now)
    {
        Complete(draft, country, cadence, now);
        Raise(new ContactUpdated(WorkspaceId, Rhythm.Sequence, now, Details()));
    }

    /// <summary>Like <see cref="Edit"/> but silent: the import raises one event per batch.</summary>
    public void Complete(ContactDraft draft, string? country, CadenceDays cadence, DateTimeOffset now)
    {
        Write(draft, country, now);
        Rhythm.Redate(Warmth, cadence);
        Rhythm.Advance();
        Touch();
    }

    public void Qualify(Qualification qualification, DateTimeOffset now)
    {
        Qualification = qualification;
        UpdatedAt = now;
        Touch();
        Raise(new QualificationChanged(WorkspaceId, Id, Rhythm.Advance(), now, qualification.Score));
    }

    public void Delete(Stamp stamp)
    {
        DeletedAt = stamp.Now;
        _points.ForEach(point => point.Active = false);
        Touch();
        Raise(new ContactDeleted(WorkspaceId, Id, Rhythm.Advance(), stamp.Now, stamp.By));
    }

    public void Restore(Stamp stamp)
    {
        DeletedAt = null;
        _points.ForEach(point => point.Active = true);
        Touch();
        Raise(
            new ContactRestored(WorkspaceId, Rhythm.Advance(), stamp.Now, Details(), [.. OpenFollowUps.Select(Details)])
        );
    }
}
