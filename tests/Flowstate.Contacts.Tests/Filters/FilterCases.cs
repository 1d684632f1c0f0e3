using System.Globalization;
using System.Text.Json;
using Flowstate.Contacts.Filters;

namespace Flowstate.Contacts.Tests.Filters;

/// <summary>Random contacts, and random filters over them: values come from the same few, so that conditions hold and fail.</summary>
internal sealed class FilterCases(Random random, DateTimeOffset now, Guid me)
{
    private static readonly string[] Words = ["Oslo", "run", "Runner's club", "50% off_", "ÅSE", "åse", "a\\b"];
    private static readonly string[] Tags = ["vip", "gym", "o'neil", "50%"];
    private static readonly string[] Options = ["a", "b", "c"];

    public static readonly Dictionary<string, FilterKind> Fields = new(StringComparer.Ordinal)
    {
        ["name"] = FilterKind.Text,
        ["organisation"] = FilterKind.Text,
        ["stage"] = FilterKind.Code,
        ["owner"] = FilterKind.Member,
        ["warmth"] = FilterKind.Number,
        ["tags"] = FilterKind.Tags,
        ["country"] = FilterKind.Code,
        ["language"] = FilterKind.Text,
        ["source"] = FilterKind.Text,
        ["created"] = FilterKind.Moment,
        ["lastTouch"] = FilterKind.Moment,
        ["nextTouch"] = FilterKind.Moment,
        ["nextFollowUp"] = FilterKind.Moment,
        ["custom.text"] = FilterKind.Text,
        ["custom.number"] = FilterKind.Number,
        ["custom.date"] = FilterKind.Day,
        ["custom.choice"] = FilterKind.Code,
        ["custom.multi"] = FilterKind.Options,
        ["custom.yes"] = FilterKind.YesNo,
        ["custom.url"] = FilterKind.Text,
    };

    public static readonly (string Label, string Kind)[] Customs =
    [
        ("Text", "text"),
        ("Number", "number"),
        ("Date", "date"),
        ("Choice", "choice"),
        ("Multi", "multiChoice"),
        ("Yes", "yesNo"),
        ("Url", "url"),
    ];

    public object Contact() =>
        new
        {
            firstName = Pick(Words),
            organisation = Maybe(Pick(Words)),
            warmth = random.Next(0, 6),
            tags = Some(Tags),
            country = Maybe(Pick(["NO", "PT"])),
            language = Maybe(Pick(["nb", "EN"])),
            source = Maybe(Pick(Words)),
            fields = new
            {
                text = Maybe(Pick(Words)),
                number = Or<decimal>(random.Next(-3, 4) / 2m),
                date = Maybe(Day()),
                choice = Maybe(Pick(Options)),
                multi = Some(Options),
                yes = Or<bool>(random.Next(2) == 0),
                url = Maybe(Pick(["https://a.example/x", "http://b.example"])),
            },
        };

    /// <summary>One condition of every operator a field takes.</summary>
    public IEnumerable<object> EveryOperator(string field) =>
        FilterField.OpsOf(Fields[field]).Select(op => Condition(field, op));

    public object Tree(int depth)
    {
        var parts = Enumerable
            .Range(0, random.Next(1, 4))
            .Select(_ => depth < 3 && random.Next(3) == 0 ? Tree(depth + 1) : Condition())
            .ToArray();
        return random.Next(2) == 0 ? new { all = parts } : (object)new { any = parts };
    }

    private object Condition()
    {
        var field = Pick([.. Fields.Keys]);
        return Condition(field, Pick([.. FilterField.OpsOf(Fields[field])]));
    }

    private object Condition(string field, FilterOp op)
    {
        var code = JsonNamingPolicy.CamelCase.ConvertName(op.ToString());
        return op is FilterOp.Empty or FilterOp.NotEmpty
            ? new { field, op = code }
            : new
            {
                field,
                op = code,
                value = Value(field, op),
            };
    }

    private object Value(string field, FilterOp op) =>
        op switch
        {
            FilterOp.MoreThanDaysAgo or FilterOp.InLastDays or FilterOp.InNextDays => random.Next(0, 40),
            FilterOp.AnyOf => Enumerable.Range(0, random.Next(1, 3)).Select(_ => One(field)).ToArray(),
            _ => One(field),
        };

    private object One(string field) =>
        Fields[field] switch
        {
            FilterKind.Number => random.Next(-3, 6) / 2m,
            FilterKind.Moment or FilterKind.Day => Day(),
            FilterKind.YesNo => random.Next(2) == 0,
            FilterKind.Member => Pick([me.ToString(), Guid.Empty.ToString()]),
            FilterKind.Tags => Pick(Tags),
            FilterKind.Options => Pick(Options),
            FilterKind.Code => field switch
            {
                "stage" => Pick(["lead", "nurture", "relationship"]),
                "country" => Pick(["NO", "no", "SE"]),
                _ => Pick(Options),
            },
            _ => field == "language" ? Pick(["NB", "en"])
            : field == "custom.url" ? "b.example"
            : Pick(Words).ToUpperInvariant(),
        };

    private string Day() => now.AddDays(random.Next(-45, 46)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private T Pick<T>(T[] all) => all[random.Next(all.Length)];

    private string? Maybe(string text) => random.Next(3) == 0 ? null : text;

    private T? Or<T>(T value)
        where T : struct => random.Next(3) == 0 ? null : value;

    private string[] Some(string[] all) => [.. all.Where(_ => random.Next(3) == 0)];
}
