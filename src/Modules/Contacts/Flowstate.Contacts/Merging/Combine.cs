using Flowstate.Contacts.Domain;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Merging;

/// <summary>What becomes of two contacts by the choices that were made.</summary>
internal static class Combine
{
    /// <summary>422 <c>contacts.merge-too-long</c> names the field that would not hold both.</summary>
    public static Result<ContactDraft> Drafts(Contact kept, Contact other, Choices choices, string? country)
    {
        var (mine, theirs) = (kept.Draft(), other.Draft());
        var home = choices.One("country", mine.Country, theirs.Country);
        var draft = new ContactDraft
        {
            FirstName = choices.One("firstName", mine.FirstName, theirs.FirstName)!,
            LastName = choices.One("lastName", mine.LastName, theirs.LastName),
            Organisation = choices.One("organisation", mine.Organisation, theirs.Organisation),
            Title = choices.One("title", mine.Title, theirs.Title),
            Emails = Points("emails", PointKind.Email),
            Phones = Points("phones", PointKind.Phone),
            Handles = new Handles(
                choices.One("handles.instagram", mine.Handles.Instagram, theirs.Handles.Instagram),
                choices.One("handles.messenger", mine.Handles.Messenger, theirs.Handles.Messenger),
                choices.One("handles.whatsapp", mine.Handles.Whatsapp, theirs.Handles.Whatsapp),
                choices.One("handles.linkedin", mine.Handles.Linkedin, theirs.Handles.Linkedin)
            ),
            Country = home,
            Language = choices.One("language", mine.Language, theirs.Language),
            TimeZone = choices.One("timeZone", mine.TimeZone, theirs.TimeZone),
            Source = choices.One("source", mine.Source, theirs.Source),
            Tags = choices.Many("tags", mine.Tags, theirs.Tags, tag => tag),
            Warmth = choices.One("warmth", mine.Warmth, theirs.Warmth, none: stars => stars == 0),
            Notes = choices.Notes(mine.Notes, theirs.Notes),
        };
        return TooLong(draft) is { } field
            ? new Error(
                ErrorKind.Unprocessable,
                "contacts.merge-too-long",
                "Both together are more than one contact can hold. Choose one side."
            ).With("field", field)
            : draft;

        IReadOnlyList<PointDraft> Points(string name, PointKind kind) =>
            [.. choices.Many(name, Own(kept, kind), Own(other, kind), point => point.Identity).Select(Draft)];

        // A number without a prefix was read in its contact's country: what reads differently in the new one is written out.
        PointDraft Draft(ContactPoint point) =>
            point.Normalised is { } whole && ContactPoint.Normalise(point.Kind, point.Value, home ?? country) != whole
                ? new PointDraft(point.Label, whole)
                : new PointDraft(point.Label, point.Value);
    }

    /// <summary>The further stage, unless one was chosen; each answer for itself.</summary>
    public static Standing Standings(Standing kept, Standing other, Choices choices)
    {
        var further = choices.Of(Choices.Stage) switch
        {
            Side.Kept => kept,
            Side.Other => other,
            _ => other.Reached > kept.Reached ? other : kept,
        };
        var (mine, theirs) = (kept.Qualification, other.Qualification);
        return new Standing(
            further.Stage,
            further.StageEnteredAt,
            further.ReturnsTo,
            new Qualification(
                choices.One("qualification.why", mine.Why, theirs.Why),
                choices.One("qualification.desiredOutcome", mine.DesiredOutcome, theirs.DesiredOutcome),
                choices.One("qualification.timeline", mine.Timeline, theirs.Timeline),
                choices.One("qualification.decisionMaker", mine.DecisionMaker, theirs.DecisionMaker)
            ),
            kept.Evidence | other.Evidence,
            kept.PresentedAt > other.PresentedAt ? kept.PresentedAt : other.PresentedAt ?? kept.PresentedAt,
            further.NextStep ?? kept.NextStep ?? other.NextStep
        );
    }

    private static List<ContactPoint> Own(Contact contact, PointKind kind) =>
        [.. contact.Points.Where(point => point.Kind == kind).OrderBy(point => point.Position)];

    private static string? TooLong(ContactDraft draft) =>
        draft.Emails.Count > ContactLimits.Points ? "emails"
        : draft.Phones.Count > ContactLimits.Points ? "phones"
        : draft.Tags.Count > ContactLimits.Tags ? "tags"
        : draft.Notes?.Length > ContactLimits.Text ? "notes"
        : null;
}
