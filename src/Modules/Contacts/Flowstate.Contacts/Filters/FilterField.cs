using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Filters;

/// <summary>What can be compared with what: each kind has its operators.</summary>
internal enum FilterKind
{
    Text,
    Code,
    Number,
    Moment,
    Day,
    YesNo,
    Member,
    Tags,
    Options,
}

/// <summary>
/// A field that conditions may name. <paramref name="Sql"/> is what it is over the aliases <c>c</c> (the contact) and
/// <c>r</c> (its rhythm), written here and nowhere else; the key of a custom field is its parameter <c>{0}</c>.
/// </summary>
internal sealed record FilterField(string Name, FilterKind Kind, string Sql, CustomField? Custom = null)
{
    /// <summary>In front of a custom field's key.</summary>
    public const string CustomPrefix = "custom.";

    private static readonly FilterField[] BuiltIn =
    [
        new("name", FilterKind.Text, "c.name"),
        new("organisation", FilterKind.Text, "c.organisation"),
        new("stage", FilterKind.Code, "c.stage"),
        new("owner", FilterKind.Member, "c.owner_id"),
        new("warmth", FilterKind.Number, "nullif(c.warmth, 0)"),
        new("tags", FilterKind.Tags, "c.tags"),
        new("country", FilterKind.Code, "c.country"),
        new("language", FilterKind.Text, "c.language"),
        new("source", FilterKind.Text, "c.source"),
        new("created", FilterKind.Moment, "c.created_at"),
        new("lastTouch", FilterKind.Moment, "r.last_touch_at"),
        new("nextTouch", FilterKind.Moment, "r.next_touch_at"),
        new("nextFollowUp", FilterKind.Moment, "r.next_follow_up_at"),
    ];

    public static IEnumerable<string> Names => BuiltIn.Select(one => one.Name);

    public static FilterField? Find(string name) => Array.Find(BuiltIn, field => field.Name == name);

    /// <summary>One of the workspace's own; a sensitive one has no place here.</summary>
    public static FilterField Of(CustomField custom) =>
        custom.Kind switch
        {
            FieldKind.Number => Of(custom, FilterKind.Number, "(c.custom_fields ->> {0})::numeric"),
            FieldKind.Date => Of(custom, FilterKind.Day, "(c.custom_fields ->> {0}) collate \"C\""),
            FieldKind.Choice => Of(custom, FilterKind.Code, "c.custom_fields ->> {0}"),
            FieldKind.MultiChoice => Of(custom, FilterKind.Options, "c.custom_fields -> {0}"),
            FieldKind.YesNo => Of(custom, FilterKind.YesNo, "(c.custom_fields ->> {0})::boolean"),
            _ => Of(custom, FilterKind.Text, "c.custom_fields ->> {0}"),
        };

    public static IReadOnlyList<FilterOp> OpsOf(FilterKind kind) =>
        kind switch
        {
            FilterKind.Text =>
            [
                FilterOp.Is,
                FilterOp.IsNot,
                FilterOp.AnyOf,
                FilterOp.Contains,
                FilterOp.NotContains,
                FilterOp.Empty,
                FilterOp.NotEmpty,
            ],
            FilterKind.Code => [FilterOp.Is, FilterOp.IsNot, FilterOp.AnyOf, FilterOp.Empty, FilterOp.NotEmpty],
            FilterKind.Number =>
            [
                FilterOp.Is,
                FilterOp.IsNot,
                FilterOp.Greater,
                FilterOp.Less,
                FilterOp.Empty,
                FilterOp.NotEmpty,
            ],
            FilterKind.Moment or FilterKind.Day =>
            [
                FilterOp.Is,
                FilterOp.IsNot,
                FilterOp.Before,
                FilterOp.After,
                FilterOp.MoreThanDaysAgo,
                FilterOp.InLastDays,
                FilterOp.InNextDays,
                FilterOp.Empty,
                FilterOp.NotEmpty,
            ],
            FilterKind.YesNo => [FilterOp.Is, FilterOp.IsNot, FilterOp.Empty, FilterOp.NotEmpty],
            FilterKind.Member => [FilterOp.Is, FilterOp.IsNot, FilterOp.AnyOf],
            _ => [FilterOp.Contains, FilterOp.NotContains, FilterOp.AnyOf, FilterOp.Empty, FilterOp.NotEmpty],
        };

    private static FilterField Of(CustomField custom, FilterKind kind, string sql) =>
        new(CustomPrefix + custom.Key, kind, sql, custom);
}
