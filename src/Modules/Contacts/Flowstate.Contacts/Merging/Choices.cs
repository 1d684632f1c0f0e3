using System.Text.Json.Nodes;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Merging;

internal enum Side
{
    Kept,
    Other,
    Both,
}

/// <summary>
/// Whose value a merge takes, field by field. Where nothing is said: of one value the kept contact's, or the other's where it
/// has none; of lists and notes both; of stages the further one.
/// </summary>
internal sealed class Choices
{
    public const int Most = 300;
    public const string Stage = "stage";
    private const string Prefix = "fields.";

    private static readonly string[] Values =
    [
        "firstName",
        "lastName",
        "organisation",
        "title",
        "country",
        "language",
        "timeZone",
        "source",
        "warmth",
        "handles.instagram",
        "handles.messenger",
        "handles.whatsapp",
        "handles.linkedin",
        "qualification.why",
        "qualification.desiredOutcome",
        "qualification.timeline",
        "qualification.decisionMaker",
        Stage,
    ];

    private static readonly string[] Lists = ["emails", "phones", "tags", "notes"];

    private readonly Dictionary<string, Side> _sides = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CustomField> _fields;

    private Choices(IEnumerable<CustomField> fields) =>
        _fields = fields.ToDictionary(field => field.Key, StringComparer.Ordinal);

    /// <summary>400 <c>contacts.unknown-choice</c>, 403 <c>contacts.sensitive-field</c>.</summary>
    public static async Task<Result<Choices>> Read(
        IReadOnlyDictionary<string, string>? given,
        ContactsDbContext db,
        CancellationToken ct
    )
    {
        var choices = new Choices(await db.Fields.AsNoTracking().ToListAsync(ct));
        foreach (var (name, text) in given ?? new Dictionary<string, string>())
        {
            if (Code.Read<Side>(text) is not { } side || !choices.Takes(name, side))
            {
                return new Error(
                    ErrorKind.Invalid,
                    "contacts.unknown-choice",
                    "A choice names a field, and kept or other; of lists, notes and several options also both."
                );
            }

            if (
                choices.Field(name) is { Sensitive: true } field
                && !db.User.Permissions.Contains(ContactsModule.Sensitive)
            )
            {
                return new Error(
                    ErrorKind.Forbidden,
                    "contacts.sensitive-field",
                    $"{field.Label} is sensitive: your role may not choose it."
                ).With("field", field.Key);
            }

            choices._sides[name] = side;
        }

        return choices;
    }

    public Side? Of(string name) => _sides.TryGetValue(name, out var side) ? side : null;

    public T? One<T>(string name, T? kept, T? other, Func<T, bool>? none = null) =>
        Of(name) switch
        {
            Side.Kept => kept,
            Side.Other => other,
            _ => kept is null || none?.Invoke(kept) == true ? other : kept,
        };

    public IReadOnlyList<T> Many<T>(
        string name,
        IReadOnlyList<T> kept,
        IReadOnlyList<T> other,
        Func<T, string> identity
    ) =>
        Of(name) switch
        {
            Side.Kept => kept,
            Side.Other => other,
            _ => [.. kept.Concat(other).DistinctBy(identity, StringComparer.Ordinal)],
        };

    public string? Notes(string? kept, string? other) =>
        Of("notes") switch
        {
            Side.Kept => kept,
            Side.Other => other,
            _ when kept is null || other is null || kept == other => kept ?? other,
            _ => $"{kept}\n\n{other}",
        };

    /// <summary>Custom fields, by key; several options are joined.</summary>
    public JsonObject Fields(JsonObject kept, JsonObject other)
    {
        JsonObject all = [];
        foreach (var key in kept.Select(pair => pair.Key).Union(other.Select(pair => pair.Key), StringComparer.Ordinal))
        {
            var side = Of(Prefix + key);
            var several = _fields.GetValueOrDefault(key)?.Kind == FieldKind.MultiChoice;
            var value =
                side is Side.Kept ? kept[key]
                : side is Side.Other ? other[key]
                : several ? Join(kept[key], other[key])
                : kept[key] ?? other[key];
            if (value is not null)
            {
                all.Add(key, value.DeepClone());
            }
        }

        return all;
    }

    private static JsonNode? Join(JsonNode? kept, JsonNode? other) =>
        (kept, other) is (JsonArray mine, JsonArray theirs)
            ? new JsonArray([
                .. mine.Concat(theirs)
                    .Select(one => one!.GetValue<string>())
                    .Distinct(StringComparer.Ordinal)
                    .Select(one => (JsonNode?)one),
            ])
            : kept ?? other;

    private bool Takes(string name, Side side) =>
        Array.IndexOf(Lists, name) >= 0
        || (side != Side.Both && Array.IndexOf(Values, name) >= 0)
        || (Field(name) is { } field && (side != Side.Both || field.Kind == FieldKind.MultiChoice));

    private CustomField? Field(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) ? _fields.GetValueOrDefault(name[Prefix.Length..]) : null;
}
