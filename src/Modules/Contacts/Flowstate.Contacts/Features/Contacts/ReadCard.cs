using System.Text.Json;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>The card in one round trip.</summary>
internal static class ReadCard
{
    private sealed class ContactRow
    {
        public Guid Id { get; set; }
        public long Version { get; set; }
        public string Name { get; set; } = "";
        public string FirstName { get; set; } = "";
        public string? LastName { get; set; }
        public string? Organisation { get; set; }
        public string? Title { get; set; }
        public string? HandlesInstagram { get; set; }
        public string? HandlesMessenger { get; set; }
        public string? HandlesWhatsapp { get; set; }
        public string? HandlesLinkedin { get; set; }
        public string? Country { get; set; }
        public string? Language { get; set; }
        public string? TimeZone { get; set; }
        public string? Source { get; set; }
        public string[] Tags { get; set; } = [];
        public int Warmth { get; set; }
        public string? Notes { get; set; }
        public string Stage { get; set; } = "";
        public DateTimeOffset StageEnteredAt { get; set; }
        public string? ReturnsTo { get; set; }
        public Guid OwnerId { get; set; }
        public DateTimeOffset CreatedAt { get; set; }
        public DateTimeOffset UpdatedAt { get; set; }
        public string? QualificationWhy { get; set; }
        public string? QualificationDesiredOutcome { get; set; }
        public string? QualificationTimeline { get; set; }
        public string? QualificationDecisionMaker { get; set; }
        public string? NextStep { get; set; }
        public DateTimeOffset? LastTouchAt { get; set; }
        public DateTimeOffset? NextTouchAt { get; set; }
        public int Evidence { get; set; }
        public string CustomFields { get; set; } = "{}";
        public string? SealedFields { get; set; }
        public string[]? Labels { get; set; }
        public string? Gate { get; set; }
    }

    private sealed class PointRow
    {
        public string Kind { get; set; } = "";
        public string? Label { get; set; }
        public string Value { get; set; } = "";
        public string? Normalised { get; set; }
    }

    private sealed class FollowUpRow
    {
        public Guid Id { get; set; }
        public string Kind { get; set; } = "";
        public string Title { get; set; } = "";
        public DateTimeOffset DueAt { get; set; }
        public int Escalation { get; set; }
    }

    // How the workspace has set the gate before each stage.
    private static readonly string GatesAhead = string.Join(
        ' ',
        Stages
            .All.Where(stage => stage.Next() is not null)
            .Select(stage => $"when '{stage.Code()}' then s.gates_{Column(stage.Next()!.Value)}")
    );

    private static readonly string Email = Code.Of(PointKind.Email);

    /// <returns>Null if the member may not see such a contact.</returns>
    public static async Task<ContactCard?> Card(
        this ContactsDbContext db,
        SensitiveFields sensitive,
        Guid id,
        CancellationToken ct
    )
    {
        // Points and follow-ups are asked for before it is known whether their contact may be seen, and dropped if not.
        var (contacts, points, followUps) = await db.Rows<ContactRow, PointRow, FollowUpRow>(
            $"""
            select c.id, c.version, c.name, c.first_name, c.last_name, c.organisation, c.title, c.handles_instagram,
              c.handles_messenger, c.handles_whatsapp, c.handles_linkedin, c.country, c.language, c.time_zone, c.source, c.tags,
              c.warmth, c.notes, c.stage, c.stage_entered_at, c.returns_to, c.owner_id, c.created_at, c.updated_at,
              c.qualification_why, c.qualification_desired_outcome, c.qualification_timeline, c.qualification_decision_maker,
              r.next_step, r.last_touch_at, r.next_touch_at, r.evidence, c.custom_fields::text as custom_fields, c.sealed_fields, s.labels,
              case c.stage {GatesAhead} end as gate
            from contacts.contacts c join contacts.contact_rhythms r on r.workspace_id = c.workspace_id and r.contact_id = c.id
            left join contacts.pipeline_settings s on s.workspace_id = c.workspace_id
            where {db.Visible("c")} and c.id = @id;
            select kind, label, value, normalised from contacts.contact_points
            where workspace_id = @ws and contact_id = @id order by kind, position;
            select id, kind, title, due_at, escalation from contacts.follow_ups
            where workspace_id = @ws and contact_id = @id and status = 'open' order by due_at, id
            """,
            db.Parameters(("id", id)),
            ct
        );
        return contacts is [var contact]
            ? Of(
                contact,
                points,
                followUps,
                ShownFields.Of(db, sensitive, id, contact.CustomFields, contact.SealedFields)
            )
            : null;
    }

    private static ContactCard Of(
        ContactRow row,
        List<PointRow> points,
        List<FollowUpRow> followUps,
        ShownFields fields
    )
    {
        var stage = Stages.OfCode(row.Stage);
        var labels = new StageLabels(row.Labels ?? []);
        var answers = new Qualification(
            row.QualificationWhy,
            row.QualificationDesiredOutcome,
            row.QualificationTimeline,
            row.QualificationDecisionMaker
        );
        return new ContactCard(
            row.Id,
            row.Version,
            row.Name,
            row.FirstName,
            row.LastName,
            row.Organisation,
            row.Title,
            [.. points.Where(point => point.Kind == Email).Select(Point)],
            [.. points.Where(point => point.Kind != Email).Select(Point)],
            new Handles(row.HandlesInstagram, row.HandlesMessenger, row.HandlesWhatsapp, row.HandlesLinkedin),
            row.Country,
            row.Language,
            row.TimeZone,
            row.Source,
            row.Tags,
            row.Warmth,
            row.Notes,
            stage,
            labels.Of(stage),
            row.StageEnteredAt,
            row.ReturnsTo is { } left ? Stages.OfCode(left) : null,
            row.NextStep,
            row.OwnerId,
            row.CreatedAt,
            row.UpdatedAt,
            row.LastTouchAt,
            row.NextTouchAt,
            new ContactCard.Answers(
                answers.Why,
                answers.DesiredOutcome,
                answers.Timeline,
                answers.DecisionMaker,
                answers.Score
            ),
            [
                .. followUps.Select(open => new FollowUpItem(
                    open.Id,
                    row.Id,
                    Code.Read<FollowUpKind>(open.Kind)!.Value,
                    open.Title,
                    open.DueAt,
                    FollowUpStatus.Open,
                    open.Escalation
                )),
            ],
            stage.Next() is { } next ? MoveTo(next, row, answers, labels) : null,
            fields.Values,
            fields.Hidden
        );
    }

    private static ContactCard.NextMove MoveTo(Stage next, ContactRow row, Qualification answers, StageLabels labels)
    {
        var mode = Code.Read<GateMode>(row.Gate) ?? GateMode.Strict;
        var missing = Domain.Pipeline.MissingFor(next, (Evidence)row.Evidence, answers, mode);
        var allowed = missing.Count == 0 || mode == GateMode.Advisory;
        return new ContactCard.NextMove(next, labels.Of(next), mode, allowed, missing);
    }

    private static string Column(Stage stage) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{stage}");

    private static ContactCard.Point Point(PointRow row) => new(row.Label, row.Value, row.Normalised);
}
