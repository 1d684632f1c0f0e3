using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;

namespace Flowstate.Benchmarks;

/// <summary>The rows of a new contact in one prepared statement; the table's own counter trigger runs here too.</summary>
internal static partial class BareCreate
{
    private const string Sql = """
        with c as (
          insert into contacts.contacts (workspace_id, id, owner_id, first_name, last_name, name, organisation, primary_email, tags,
            warmth, search_text, created_at, updated_at, stage, stage_entered_at, version)
          values ($1, $2, $3, $4, $5, $4 || ' ' || $5, $6, $7, '{}', $8, lower(' ' || $4 || ' ' || $5 || E'\n ' || $6 || E'\n ' || $7 || E'\n'), now(), now(), 'lead', now(), 1)
          returning workspace_id, id, owner_id, primary_email),
        p as (
          insert into contacts.contact_points (workspace_id, contact_id, id, owner_id, kind, value, normalised, position, active)
          select workspace_id, id, gen_random_uuid(), owner_id, 'email', primary_email, primary_email, 0, true from c)
        insert into contacts.contact_rhythms (workspace_id, contact_id, sequence, evidence, no_thanks_rung, resting)
        select workspace_id, id, 1, 0, 0, false from c
        """;

    internal sealed record Mail(string Value);

    internal sealed record Body(string FirstName, string LastName, string Organisation, Mail[] Emails, int Warmth);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Body))]
    private sealed partial class Json : JsonSerializerContext;

    public static async Task Post(HttpContext context, NpgsqlDataSource source, BareLimit.Caller caller)
    {
        var body = (await JsonSerializer.DeserializeAsync(context.Request.Body, Json.Default.Body))!;
        var id = Guid.CreateVersion7();
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.Workspace });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.Owner });
        foreach (var text in new[] { body.FirstName, body.LastName, body.Organisation, body.Emails[0].Value })
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        }

        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = body.Warmth });
        await command.ExecuteNonQueryAsync();
        context.Response.Headers.Location = $"/api/v1/contacts/{id}";
        await using var writer = BareLimit.Begin(context, 201);
        writer.WriteStartObject("data"u8);
        writer.WriteString("id"u8, id);
        writer.WriteNumber("version"u8, 1);
        writer.WriteEndObject();
        writer.WriteNull("meta"u8);
        writer.WriteEndObject();
        await writer.FlushAsync();
    }
}
