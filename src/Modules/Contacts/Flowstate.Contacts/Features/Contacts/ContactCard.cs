using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// Everything the card shows. <paramref name="Gate"/> is the next move forward and what it still wants; null after the
/// last stage and on a side stage. <paramref name="ReturnsTo"/> is where a contact on a side stage left the line.
/// </summary>
internal sealed record ContactCard(
    Guid Id,
    long Version,
    string Name,
    string FirstName,
    string? LastName,
    string? Organisation,
    string? Title,
    IReadOnlyList<ContactCard.Point> Emails,
    IReadOnlyList<ContactCard.Point> Phones,
    Handles Handles,
    string? Country,
    string? Language,
    string? TimeZone,
    string? Source,
    IReadOnlyList<string> Tags,
    int Warmth,
    string? Notes,
    Stage Stage,
    string StageLabel,
    DateTimeOffset StageEnteredAt,
    Stage? ReturnsTo,
    string? NextStep,
    Guid OwnerId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? LastTouchAt,
    DateTimeOffset? NextTouchAt,
    ContactCard.Answers Qualification,
    IReadOnlyList<FollowUpItem> FollowUps,
    ContactCard.NextMove? Gate
)
{
    internal sealed record Point(string? Label, string Value, string? Normalised);

    internal sealed record Answers(
        string? Why,
        string? DesiredOutcome,
        string? Timeline,
        string? DecisionMaker,
        int Score
    );

    /// <param name="Mode">What the gate does: an advisory one lets through what is missing, one that is off asks for nothing.</param>
    internal sealed record NextMove(
        Stage To,
        string ToLabel,
        GateMode Mode,
        bool Allowed,
        IReadOnlyList<Missing> Missing
    );

    /// <summary>The card, with how the workspace has set the gate before it; null if the member may not see such a contact.</summary>
    public static async Task<ContactCard?> Read(ContactsDbContext db, Guid id, CancellationToken ct)
    {
        var contact = await db
            .Contacts.AsNoTracking()
            .Include(row => row.Rhythm)
            .Include(row => row.Points)
            .Include(row => row.FollowUps.Where(followUp => followUp.Status == FollowUpStatus.Open))
            .AsSingleQuery()
            .SingleOrDefaultAsync(row => row.Id == id, ct);
        if (contact is null)
        {
            return null;
        }

        var settings = await db.PipelineSettings.AsNoTracking().FirstOrDefaultAsync(ct);
        return Of(contact, settings?.Gates ?? GateModes.Strict, new StageLabels(settings?.Labels ?? []));
    }

    private static ContactCard Of(Contact contact, GateModes gates, StageLabels labels) =>
        new(
            contact.Id,
            contact.Version,
            contact.Name,
            contact.FirstName,
            contact.LastName,
            contact.Organisation,
            contact.Title,
            Points(contact, PointKind.Email),
            Points(contact, PointKind.Phone),
            contact.Handles,
            contact.Country,
            contact.Language,
            contact.TimeZone,
            contact.Source,
            contact.Tags,
            contact.Warmth,
            contact.Notes,
            contact.Stage,
            labels.Of(contact.Stage),
            contact.StageEnteredAt,
            contact.ReturnsTo,
            contact.Rhythm.NextStep,
            contact.OwnerId,
            contact.CreatedAt,
            contact.UpdatedAt,
            contact.Rhythm.LastTouchAt,
            contact.Rhythm.NextTouchAt,
            new Answers(
                contact.Qualification.Why,
                contact.Qualification.DesiredOutcome,
                contact.Qualification.Timeline,
                contact.Qualification.DecisionMaker,
                contact.Qualification.Score
            ),
            [.. contact.FollowUps.OrderBy(followUp => followUp.DueAt).Select(FollowUpItem.Of)],
            MoveAhead(contact, gates, labels)
        );

    private static NextMove? MoveAhead(Contact contact, GateModes gates, StageLabels labels) =>
        contact.Stage.Next() is { } next && contact.MissingForNext(gates) is { } missing
            ? new NextMove(
                next,
                labels.Of(next),
                gates.Into(next),
                missing.Count == 0 || gates.Into(next) == GateMode.Advisory,
                missing
            )
            : null;

    private static IReadOnlyList<Point> Points(Contact contact, PointKind kind) =>
        [
            .. contact
                .Points.Where(point => point.Kind == kind)
                .OrderBy(point => point.Position)
                .Select(point => new Point(point.Label, point.Value, point.Normalised)),
        ];
}
