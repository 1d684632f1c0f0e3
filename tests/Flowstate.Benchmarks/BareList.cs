using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Flowstate.Benchmarks;

/// <summary>The list and the two-stage search, in the statements that a tuned program would prepare.</summary>
internal static class BareList
{
    private const string Columns =
        "c.id, c.name, c.first_name, c.last_name, c.organisation, c.primary_email, c.primary_phone, c.stage, c.warmth, c.created_at, c.owner_id";

    private const string Rhythm = """
        select p.*, r.last_touch_at, r.next_touch_at, r.next_follow_up_at
        from page p join contacts.contact_rhythms r on r.workspace_id = $1 and r.contact_id = p.id
        order by p.created_at desc, p.id desc
        """;

    private const string PageSql = $"""
        with page as materialized (select {Columns}, 0::bigint as hits from contacts.contacts c
          where c.workspace_id = $1 and c.owner_id = $2 and c.deleted_at is null and c.stage = $3
          order by c.created_at desc, c.id desc limit $4)
        {Rhythm}
        """;

    private const string FewSql = $"""
        with hits as materialized (select {Columns} from contacts.contacts c
          where c.workspace_id = $1 and c.owner_id = $2 and c.deleted_at is null
            and (c.search_text like $3 or c.notes_words @@ (select to_tsquery('contacts.notes', $5))) limit 2001),
        page as materialized (select c.*, (select count(*) from hits) as hits from hits c order by c.created_at desc, c.id desc limit $4)
        {Rhythm}
        """;

    private const string ManySql = $"""
        with page as materialized (select {Columns}, 0::bigint as hits from contacts.contacts c
          where c.workspace_id = $1 and c.owner_id = $2 and c.deleted_at is null
            and ((c.search_text || '') like $3 or c.notes_words @@ (select to_tsquery('contacts.notes', $5)))
          order by c.created_at desc, c.id desc limit $4)
        {Rhythm}
        """;

    public static async Task Page(
        HttpContext context,
        NpgsqlDataSource source,
        BareLimit.Caller caller,
        string stage,
        int limit
    )
    {
        await using var command = Command(source, PageSql, caller, stage, limit);
        await Write(context, command, limit, long.MaxValue);
    }

    public static async Task Search(
        HttpContext context,
        NpgsqlDataSource source,
        BareLimit.Caller caller,
        string text,
        int limit
    )
    {
        await using var few = Looking(source, FewSql, caller, text, limit);
        if (!await Write(context, few, limit, 2000))
        {
            await using var many = Looking(source, ManySql, caller, text, limit);
            await Write(context, many, limit, long.MaxValue);
        }
    }

    private static NpgsqlCommand Looking(
        NpgsqlDataSource source,
        string sql,
        BareLimit.Caller caller,
        string word,
        int limit
    )
    {
        var command = Command(source, sql, caller, $"%{word}%", limit);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"'{word}':*" });
        return command;
    }

    private static NpgsqlCommand Command(
        NpgsqlDataSource source,
        string sql,
        BareLimit.Caller caller,
        string filter,
        int limit
    )
    {
        var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.Workspace });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.Owner });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = filter });
        // One row more than asked for tells whether there is a next page.
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit + 1 });
        return command;
    }

    private static async Task<bool> Write(HttpContext context, NpgsqlCommand command, int limit, long mostHits)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var any = await reader.ReadAsync();
        if (any && reader.GetInt64(11) > mostHits)
        {
            return false;
        }

        await using var writer = BareLimit.Begin(context, 200);
        writer.WriteStartArray("data"u8);
        var (rows, last, at) = (0, Guid.Empty, default(DateTimeOffset));
        for (; any && rows < limit; any = await reader.ReadAsync(), rows++)
        {
            (last, at) = (reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(9));
            Row(writer, reader);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("meta"u8);
        writer.WriteString("nextCursor"u8, any ? Cursor(at, last) : null);
        writer.WriteEndObject();
        writer.WriteEndObject();
        await writer.FlushAsync();
        return true;
    }

    private static void Row(Utf8JsonWriter writer, NpgsqlDataReader reader)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, reader.GetGuid(0));
        writer.Text("name"u8, reader, 1);
        writer.Text("firstName"u8, reader, 2);
        writer.Text("lastName"u8, reader, 3);
        writer.Text("organisation"u8, reader, 4);
        writer.Text("email"u8, reader, 5);
        writer.Text("phone"u8, reader, 6);
        writer.Text("stage"u8, reader, 7);
        writer.WriteNumber("warmth"u8, reader.GetInt32(8));
        writer.Time("lastTouchAt"u8, reader, 12);
        writer.Time("nextTouchAt"u8, reader, 13);
        writer.Time("nextFollowUpAt"u8, reader, 14);
        writer.Time("createdAt"u8, reader, 9);
        writer.WriteString("ownerId"u8, reader.GetGuid(10));
        writer.WriteEndObject();
    }

    internal static string Cursor(DateTimeOffset at, Guid id) =>
        Base64Url.EncodeToString(
            Encoding.ASCII.GetBytes($"{at.UtcTicks.ToString(CultureInfo.InvariantCulture)}.{id:N}")
        );
}
