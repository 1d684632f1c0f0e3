using System.Buffers;
using System.Text.Json;
using Npgsql;

namespace Flowstate.Benchmarks;

/// <summary>
/// The limit: ASP.NET Core's slim builder, raw Npgsql with prepared statements, JSON written straight into the response.
/// Same tables, same rows, same JSON as the product; no sign-in, no permission, no outbox.
/// </summary>
internal static class BareLimit
{
    public static async Task Run(string connection, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var tuned =
            $"{connection};Maximum Pool Size=32;Max Auto Prepare=40;Auto Prepare Min Usages=1;No Reset On Close=true";
        await using var source = new NpgsqlSlimDataSourceBuilder(tuned).EnableArrays().Build();
        await using var app = builder.Build();
        app.MapGet("/ping", () => "ok");
        app.MapGet(
            "/api/v1/contacts",
            (HttpContext context, string? stage, string? search, int limit) =>
                search is null
                    ? BareList.Page(context, source, Bearer(context), stage!, limit)
                    : BareList.Search(context, source, Bearer(context), search, limit)
        );
        app.MapGet(
            "/api/v1/contacts/{id:guid}",
            (HttpContext context, Guid id) => BareCard.Get(context, source, Bearer(context), id)
        );
        app.MapGet(
            "/api/v1/contacts/board",
            (HttpContext context, int perStage) => BareBoard.Get(context, source, Bearer(context), perStage)
        );
        app.MapPost("/api/v1/contacts", (HttpContext context) => BareCreate.Post(context, source, Bearer(context)));
        await app.RunAsync();
    }

    /// <summary>Who asks, read from the token but not verified: the limit does no sign-in.</summary>
    internal readonly record struct Caller(Guid Workspace, Guid Owner);

    private static Caller? _caller;

    private static Caller Bearer(HttpContext context)
    {
        // One caller per run, so that reading the token is not part of the limit.
        if (_caller is { } known)
        {
            return known;
        }

        var payload = context.Request.Headers.Authorization.ToString().Split('.')[1];
        using var claims = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(payload));
        _caller = new Caller(
            claims.RootElement.GetProperty("ws").GetGuid(),
            claims.RootElement.GetProperty("sub").GetGuid()
        );
        return _caller.Value;
    }

    internal static Utf8JsonWriter Begin(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        var writer = new Utf8JsonWriter(
            (IBufferWriter<byte>)context.Response.BodyWriter,
            new JsonWriterOptions { SkipValidation = true }
        );
        writer.WriteStartObject();
        writer.WriteNumber("status"u8, status);
        return writer;
    }

    internal static void Text(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, NpgsqlDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, reader.GetString(column));
        }
    }

    internal static void Time(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, NpgsqlDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, reader.GetFieldValue<DateTimeOffset>(column));
        }
    }
}
