using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Flowstate.Shared.Slices;

/// <summary>Marks a request whose answer holds a secret: it is never kept, and asking again asks anew.</summary>
public interface IAnswersOnce;

/// <summary>
/// Makes a signed-in member's POST, PUT or PATCH with an <c>Idempotency-Key</c> happen once. The answer commits with the
/// effect, so that a crash loses both or neither; failures are not kept.
/// </summary>
internal sealed class IdempotencyBehavior<TRequest, TResponse>(IServiceProvider services, IHttpContextAccessor accessor)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        if (
            request is IAnswersOnce
            || accessor.HttpContext is not { } http
            || Idempotency.KeyOf(http) is not { } key
            || services.GetRequiredService<CurrentUser>() is not { HasWorkspace: true, MemberId: { } member }
            || services.GetServices<ModuleDbContext>().FirstOrDefault(IsOfThisModule) is not { } db
        )
        {
            return await next();
        }

        if (!Idempotency.IsKey(key))
        {
            return TResponse.Fail(Idempotency.Malformed);
        }

        var json = services.GetRequiredService<IOptions<HttpJson>>().Value.SerializerOptions;
        var asked = Idempotency.Hash(http.Request, request, json);
        await using var transaction = await db.BeginAround(ct);
        if (!await IdempotencyKey.TryLock(db, member, key, ct))
        {
            return TResponse.Fail(Idempotency.InProgress);
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await IdempotencyKey.Find(db, member, key, now, ct) is { } kept)
        {
            if (!kept.Asked.AsSpan().SequenceEqual(asked))
            {
                return TResponse.Fail(Idempotency.Reused);
            }

            http.Response.Headers["Idempotency-Replayed"] = "true";
            return TResponse.FromJson(kept.Answer, json);
        }

        var (jobs, committed) = (services.GetRequiredService<JobQueue>(), false);
        jobs.Hold();
        try
        {
            var response = await next();
            if (response.Error is null)
            {
                var (workspace, answer) = (db.User.WorkspaceId, response.ToJson(json));
                await new IdempotencyKey
                {
                    WorkspaceId = workspace,
                    MemberId = member,
                    Key = key,
                    Asked = asked,
                    Answer = answer,
                    CreatedAt = now,
                }.Store(db, ct);
                await transaction.CommitAsync(ct);
                committed = true;
            }

            return response;
        }
        finally
        {
            jobs.Release(committed);
        }
    }

    private static bool IsOfThisModule(ModuleDbContext db) => db.GetType().Assembly == typeof(TRequest).Assembly;
}

internal static class Idempotency
{
    public const string Header = "Idempotency-Key";

    private static JsonSerializerOptions? _withFiles;

    public static readonly Error Malformed = new(
        ErrorKind.Invalid,
        "platform.idempotency-key-malformed",
        $"An {Header} is 1 to {IdempotencyKey.MaxLength} visible ASCII characters."
    );

    public static readonly Error Reused = new(
        ErrorKind.Unprocessable,
        "platform.idempotency-key-reused",
        "This Idempotency-Key was used for another request. Take a new one."
    );

    public static readonly Error InProgress = new(
        ErrorKind.Conflict,
        "platform.idempotency-in-progress",
        "The first request with this Idempotency-Key is still running. Try again in a moment."
    );

    /// <summary>Null where none was sent, or another step of this request has taken it.</summary>
    public static string? KeyOf(HttpContext http) =>
        http.Request.Headers.TryGetValue(Header, out var sent)
        && (
            HttpMethods.IsPost(http.Request.Method)
            || HttpMethods.IsPut(http.Request.Method)
            || HttpMethods.IsPatch(http.Request.Method)
        )
        && http.Items.TryAdd(Header, sent)
            ? sent.ToString()
            : null;

    public static bool IsKey(string key) =>
        key.Length is > 0 and <= IdempotencyKey.MaxLength && key.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;

    /// <summary>What was asked, as the slice read it: a form's boundary and the order of members do not matter.</summary>
    public static byte[] Hash<TRequest>(HttpRequest http, TRequest request, JsonSerializerOptions json)
    {
        var options = LazyInitializer.EnsureInitialized(
            ref _withFiles,
            () => new JsonSerializerOptions(json) { Converters = { new ContentHash() } }
        );
        var address = $"{http.Method} {http.Path}{http.QueryString} {http.Headers.IfMatch}\n";
        return SHA256.HashData([
            .. Encoding.UTF8.GetBytes(address),
            .. JsonSerializer.SerializeToUtf8Bytes(request, options),
        ]);
    }

    private sealed class ContentHash : JsonConverter<Stream>
    {
        public override void Write(Utf8JsonWriter writer, Stream value, JsonSerializerOptions options)
        {
            value.Position = 0;
            writer.WriteBase64StringValue(SHA256.HashData(value));
            value.Position = 0;
        }

        public override Stream Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }
}
