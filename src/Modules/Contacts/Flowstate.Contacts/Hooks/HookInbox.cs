using System.Text.Json;
using System.Text.Json.Serialization;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Hooks;

/// <summary>What a delivery led to. <paramref name="Duplicate"/>: it, or its event, was known and nothing was done.</summary>
internal sealed record HookAnswer(bool Duplicate, Guid? ContactId, bool NewContact);

/// <summary>
/// Takes deliveries in: who sent it, when, whether it is a repeat; then its content, all in one transaction. Whoever does
/// not sign rightly learns nothing, not even whether there is such a source.
/// </summary>
internal sealed class HookInbox(IServiceScopeFactory scopes, HookSecrets secrets, TimeProvider clock)
{
    public static readonly Error Unverified = new(
        ErrorKind.Unauthenticated,
        "contacts.hook-unverified",
        "This delivery is not signed with a secret that counts now."
    );

    private static readonly Error Unreadable = new(
        ErrorKind.Invalid,
        "contacts.hook-unreadable",
        "The body is no JSON of the documented shape."
    );

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 32,
    };

    // What is compared for sources that there are not takes as long as for those that there are.
    private static readonly byte[] Nobodys = HookSecret.New();

    public async Task<Result<HookAnswer>> Take<TBody>(
        SignedDelivery delivery,
        IValidator<TBody> rules,
        Func<TBody, InboundFact> tell,
        CancellationToken ct
    )
        where TBody : class
    {
        // A scope of its own: whatever token came along, here nobody in particular acts.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ContactsDbContext>();
        var now = clock.Moment();
        if (await Sender(delivery, scope.ServiceProvider, db, now, ct) is not { } source)
        {
            return Unverified;
        }

        var read = Read(delivery, rules);
        return read.Error is { } error
            ? error
            : await db.TakeIn(delivery, source, tell(read.Value), new Stamp(null, now), ct);
    }

    private async Task<HookSource?> Sender(
        SignedDelivery delivery,
        IServiceProvider scope,
        ContactsDbContext db,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (!delivery.IsTimely(now) || !SourceName.TryRead(delivery.Source, out var workspace, out var sourceId))
        {
            return null;
        }

        scope.GetRequiredService<CurrentUser>().Enter(workspace);
        var source = await db
            .HookSources.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == sourceId && row.RevokedAt == null, ct);
        return delivery.IsSignedWith(source is null ? [Nobodys] : secrets.Of(source, now)) ? source : null;
    }

    private static Result<TBody> Read<TBody>(SignedDelivery delivery, IValidator<TBody> rules)
        where TBody : class
    {
        try
        {
            if (JsonSerializer.Deserialize<TBody>(delivery.Body, Json) is not { } body)
            {
                return Unreadable;
            }

            var wrong = rules
                .Validate(body)
                .Errors.GroupBy(failure => JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.PropertyName))
                .ToDictionary(field => field.Key, field => field.Select(failure => failure.ErrorMessage).ToArray());
            return wrong.Count == 0
                ? body
                : new Error(ErrorKind.Invalid, "validation-failed", wrong.Values.First()[0]) { Fields = wrong };
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }
}
