using Flowstate.Contacts.Events;

namespace Flowstate.Contacts.Domain;

internal sealed partial class Contact
{
    /// <summary>Everything other modules may copy, at the sequence reached.</summary>
    public ContactDetails Details() =>
        new(
            Id,
            Rhythm.Sequence,
            OwnerId,
            FirstName,
            LastName,
            Name,
            Organisation,
            PrimaryEmail,
            PrimaryPhone,
            [.. PointsOf(PointKind.Email).Select(point => point.Identity)],
            [.. PointsOf(PointKind.Phone).OrderByDescending(point => point.IsMobile).Select(point => point.Identity)],
            Handles.Whatsapp,
            Handles.Instagram,
            Country,
            Language,
            TimeZone,
            Stage.Code(),
            StageEnteredAt,
            Warmth,
            [.. Tags],
            Source,
            CreatedAt
        );

    /// <summary>What people wrote about the contact, as it stands.</summary>
    public ContactDraft Draft() =>
        new()
        {
            FirstName = FirstName,
            LastName = LastName,
            Organisation = Organisation,
            Title = Title,
            Emails = DraftsOf(PointKind.Email),
            Phones = DraftsOf(PointKind.Phone),
            Handles = Handles,
            Country = Country,
            Language = Language,
            TimeZone = TimeZone,
            Source = Source,
            Tags = Tags,
            Warmth = Warmth,
            Notes = Notes,
        };

    private IReadOnlyList<PointDraft> DraftsOf(PointKind kind) =>
        [.. PointsOf(kind).Select(point => new PointDraft(point.Label, point.Value))];

    private IEnumerable<ContactPoint> PointsOf(PointKind kind) =>
        _points.Where(point => point.Kind == kind).OrderBy(point => point.Position);

    private void Write(ContactDraft draft, string? country, DateTimeOffset now)
    {
        (FirstName, LastName, Organisation, Title) = (draft.FirstName, draft.LastName, draft.Organisation, draft.Title);
        (Handles, Country, Language, TimeZone) = (draft.Handles, draft.Country, draft.Language, draft.TimeZone);
        (Source, Tags, Warmth, Notes) = (draft.Source, [.. draft.Tags], draft.Warmth, draft.Notes);
        Name = $"{FirstName} {LastName}".Trim();
        UpdatedAt = now;
        Replace(PointKind.Email, draft.Emails, draft.Country ?? country, now);
        Replace(PointKind.Phone, draft.Phones, draft.Country ?? country, now);
        PrimaryEmail = PointsOf(PointKind.Email).FirstOrDefault()?.Identity;
        PrimaryPhone = PointsOf(PointKind.Phone).FirstOrDefault()?.Identity;
        SearchText = Domain.SearchText.Of(this);
    }

    /// <summary>A value given twice is kept once; one that stays keeps its row.</summary>
    private void Replace(PointKind kind, IReadOnlyList<PointDraft> drafts, string? country, DateTimeOffset now)
    {
        List<ContactPoint> kept = [];
        foreach (var draft in drafts)
        {
            var normalised = ContactPoint.Normalise(kind, draft.Value, country);
            var identity = normalised ?? draft.Value;
            if (kept.Exists(point => point.Identity == identity))
            {
                continue;
            }

            var point = _points.Find(old => old.Kind == kind && old.Identity == identity);
            point ??= ContactPoint.Of(this, kind, draft, normalised, now);
            point.Place(kept.Count, draft);
            kept.Add(point);
        }

        _points.RemoveAll(point => point.Kind == kind && !kept.Contains(point));
        _points.AddRange(kept.Where(point => !_points.Contains(point)));
    }
}
