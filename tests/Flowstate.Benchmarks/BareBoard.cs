using System.Text.Json;
using Npgsql;

namespace Flowstate.Benchmarks;

/// <summary>The board: counters, conversion and the first cards of every stage, in one prepared statement.</summary>
internal static class BareBoard
{
    // In the order of the board; the last of the line and the two beside it lead nowhere.
    private static readonly (string Code, string Label, string Next)[] Stages =
    [
        ("lead", "Lead", "relationship"),
        ("relationship", "Relationship", "invited"),
        ("invited", "Invited", "qualified"),
        ("qualified", "Qualified", "presentationSent"),
        ("presentationSent", "Presentation sent", "followUp"),
        ("followUp", "Follow-up", "signedUp"),
        ("signedUp", "Signed up", ""),
        ("notNow", "Not now", ""),
        ("nurture", "Long-term nurture", ""),
    ];

    private const string Sql = """
        with stages as (select code, next, place from unnest($1, $2) with ordinality as s(code, next, place)),
        counts as (select stage, count from contacts.stage_counters where workspace_id = $3 and owner_id = $4),
        moved as (
          select m.from_stage, sum(count)::bigint as left_stage,
            coalesce(sum(count) filter (where m.to_stage = s.next), 0)::bigint as went_on
          from contacts.move_counters m join stages s on s.code = m.from_stage
          where m.workspace_id = $3 and owner_id = $4 and week > $5 group by m.from_stage)
        select s.place::int, coalesce(n.count, 0), coalesce(m.left_stage, 0), coalesce(m.went_on, 0),
          c.id, c.name, c.organisation, c.warmth, c.stage_entered_at, c.version, r.next_follow_up_at
        from stages s
        left join counts n on n.stage = s.code
        left join moved m on m.from_stage = s.code
        left join lateral (
          select * from contacts.contacts c
          where c.workspace_id = $3 and c.owner_id = $4 and c.deleted_at is null and c.stage = s.code
          order by c.stage_entered_at desc, c.id desc limit $6) c on true
        left join contacts.contact_rhythms r on r.workspace_id = $3 and r.contact_id = c.id
        order by s.place, c.stage_entered_at desc, c.id desc
        """;

    public static async Task Get(HttpContext context, NpgsqlDataSource source, BareLimit.Caller caller, int perStage)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = Array.ConvertAll(Stages, stage => stage.Code) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(Stages, stage => stage.Next) });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.Workspace });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.Owner });
        command.Parameters.Add(
            new NpgsqlParameter<DateOnly> { TypedValue = DateOnly.FromDateTime(now.UtcDateTime.AddDays(-91)) }
        );
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = perStage + 1 });
        await using var reader = await command.ExecuteReaderAsync();
        await using var writer = BareLimit.Begin(context, 200);
        writer.WriteStartObject("data"u8);
        writer.WriteStartArray("columns"u8);
        for (var any = await reader.ReadAsync(); any; )
        {
            any = await Column(writer, reader, perStage, now);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteNull("meta"u8);
        writer.WriteEndObject();
        await writer.FlushAsync();
    }

    /// <returns>True where the reader stands on the next column's first row.</returns>
    private static async Task<bool> Column(
        Utf8JsonWriter writer,
        NpgsqlDataReader reader,
        int perStage,
        DateTimeOffset now
    )
    {
        var place = reader.GetInt32(0);
        var (code, label, next) = Stages[place - 1];
        var were = reader.GetInt64(1) + reader.GetInt64(2);
        writer.WriteStartObject();
        writer.WriteString("stage"u8, code);
        writer.WriteString("label"u8, label);
        writer.WriteNumber("count"u8, reader.GetInt64(1));
        if (next.Length == 0 || were == 0)
        {
            writer.WriteNull("conversion"u8);
        }
        else
        {
            writer.WriteNumber("conversion"u8, Math.Round((double)reader.GetInt64(3) / were, 4));
        }

        writer.WriteStartArray("cards"u8);
        var (cards, any, last, at) = (0, true, Guid.Empty, default(DateTimeOffset));
        for (; any && reader.GetInt32(0) == place; any = await reader.ReadAsync(), cards++)
        {
            if (cards < perStage && !await reader.IsDBNullAsync(4))
            {
                (last, at) = (reader.GetGuid(4), reader.GetFieldValue<DateTimeOffset>(8));
                Card(writer, reader, code, place, at, now);
            }
        }

        writer.WriteEndArray();
        writer.WriteString("nextCursor"u8, cards > perStage ? BareList.Cursor(at, last) : null);
        writer.WriteEndObject();
        return any;
    }

    private static void Card(
        Utf8JsonWriter writer,
        NpgsqlDataReader reader,
        string code,
        int place,
        DateTimeOffset entered,
        DateTimeOffset now
    )
    {
        var days = Math.Max(0, (int)(now - entered).TotalDays);
        writer.WriteStartObject();
        writer.WriteString("id"u8, reader.GetGuid(4));
        writer.Text("name"u8, reader, 5);
        writer.Text("organisation"u8, reader, 6);
        writer.WriteNumber("warmth"u8, reader.GetInt32(7));
        writer.WriteString("stage"u8, code);
        writer.WriteString("stageEnteredAt"u8, entered);
        writer.WriteNumber("daysInStage"u8, days);
        writer.WriteBoolean("stale"u8, place < 7 && days >= 14 && reader.IsDBNull(10));
        writer.Time("nextFollowUpAt"u8, reader, 10);
        writer.WriteNumber("qualificationScore"u8, 0);
        writer.WriteNumber("version"u8, reader.GetInt64(9));
        writer.WriteEndObject();
    }
}
