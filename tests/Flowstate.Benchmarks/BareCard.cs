using System.Text.Json;
using Npgsql;

namespace Flowstate.Benchmarks;

/// <summary>The card: three prepared statements in one round trip. Only for contacts past the last gate.</summary>
internal static class BareCard
{
    private const string ContactSql = """
        select c.id, c.version, c.name, c.first_name, c.last_name, c.organisation, c.title, c.country, c.language, c.time_zone,
          c.source, c.tags, c.warmth, c.notes, c.stage, c.stage_entered_at, c.owner_id, c.created_at, c.updated_at,
          r.last_touch_at, r.next_touch_at, r.next_step, c.handles_instagram, c.handles_messenger, c.handles_whatsapp, c.handles_linkedin,
          c.qualification_why, c.qualification_desired_outcome, c.qualification_timeline, c.qualification_decision_maker,
          c.custom_fields::text
        from contacts.contacts c join contacts.contact_rhythms r on r.workspace_id = c.workspace_id and r.contact_id = c.id
        where c.workspace_id = $1 and c.id = $2 and c.owner_id = $3 and c.deleted_at is null
        """;

    private const string PointsSql =
        "select kind, label, value, normalised from contacts.contact_points where workspace_id = $1 and contact_id = $2 order by kind, position";

    private const string FollowUpsSql =
        "select id from contacts.follow_ups where workspace_id = $1 and contact_id = $2 and status = 'open' order by due_at";

    public static async Task Get(HttpContext context, NpgsqlDataSource source, BareLimit.Caller caller, Guid id)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command(ContactSql, caller.Workspace, id, caller.Owner));
        batch.BatchCommands.Add(Command(PointsSql, caller.Workspace, id));
        batch.BatchCommands.Add(Command(FollowUpsSql, caller.Workspace, id));
        await using var reader = await batch.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.Headers.ETag = $"\"{reader.GetInt64(1)}\"";
        await using var writer = BareLimit.Begin(context, 200);
        writer.WriteStartObject("data"u8);
        Contact(writer, reader);
        var fields = reader.GetString(30);
        await reader.NextResultAsync();
        await Points(writer, reader);
        await reader.NextResultAsync();
        writer.WriteStartArray("followUps"u8);
        writer.WriteEndArray();
        writer.WriteNull("gate"u8);
        writer.WritePropertyName("fields"u8);
        writer.WriteRawValue(fields, skipInputValidation: true);
        writer.WriteStartArray("hiddenFields"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteNull("meta"u8);
        writer.WriteEndObject();
        await writer.FlushAsync();
    }

    private static NpgsqlBatchCommand Command(string sql, params Guid[] ids)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var id in ids)
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        }

        return command;
    }

    private static void Contact(Utf8JsonWriter writer, NpgsqlDataReader reader)
    {
        writer.WriteString("id"u8, reader.GetGuid(0));
        writer.WriteNumber("version"u8, reader.GetInt64(1));
        writer.Text("name"u8, reader, 2);
        writer.Text("firstName"u8, reader, 3);
        writer.Text("lastName"u8, reader, 4);
        writer.Text("organisation"u8, reader, 5);
        writer.Text("title"u8, reader, 6);
        writer.Text("country"u8, reader, 7);
        writer.Text("language"u8, reader, 8);
        writer.Text("timeZone"u8, reader, 9);
        writer.Text("source"u8, reader, 10);
        writer.WriteStartArray("tags"u8);
        foreach (var tag in reader.GetFieldValue<string[]>(11))
        {
            writer.WriteStringValue(tag);
        }

        writer.WriteEndArray();
        writer.WriteNumber("warmth"u8, reader.GetInt32(12));
        writer.Text("notes"u8, reader, 13);
        writer.Text("stage"u8, reader, 14);
        writer.WriteString("stageLabel"u8, "Signed up");
        writer.Time("stageEnteredAt"u8, reader, 15);
        writer.WriteNull("returnsTo"u8);
        writer.Text("nextStep"u8, reader, 21);
        writer.WriteString("ownerId"u8, reader.GetGuid(16));
        writer.Time("createdAt"u8, reader, 17);
        writer.Time("updatedAt"u8, reader, 18);
        writer.Time("lastTouchAt"u8, reader, 19);
        writer.Time("nextTouchAt"u8, reader, 20);
        writer.WriteStartObject("handles"u8);
        writer.Text("instagram"u8, reader, 22);
        writer.Text("messenger"u8, reader, 23);
        writer.Text("whatsapp"u8, reader, 24);
        writer.Text("linkedin"u8, reader, 25);
        writer.WriteEndObject();
        writer.WriteStartObject("qualification"u8);
        writer.Text("why"u8, reader, 26);
        writer.Text("desiredOutcome"u8, reader, 27);
        writer.Text("timeline"u8, reader, 28);
        writer.Text("decisionMaker"u8, reader, 29);
        writer.WriteNumber("score"u8, 25 * Enumerable.Range(26, 4).Count(column => !reader.IsDBNull(column)));
        writer.WriteEndObject();
    }

    private static async Task Points(Utf8JsonWriter writer, NpgsqlDataReader reader)
    {
        // Ordered by kind: mails, then phones.
        var any = await reader.ReadAsync();
        foreach (var (kind, name) in new[] { ("email", "emails"), ("phone", "phones") })
        {
            writer.WriteStartArray(name);
            for (; any && reader.GetString(0) == kind; any = await reader.ReadAsync())
            {
                writer.WriteStartObject();
                writer.Text("label"u8, reader, 1);
                writer.Text("value"u8, reader, 2);
                writer.Text("normalised"u8, reader, 3);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }
}
