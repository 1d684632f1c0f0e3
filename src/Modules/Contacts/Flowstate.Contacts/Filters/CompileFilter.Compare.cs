using System.Globalization;
using Flowstate.Contacts.Domain;
using NpgsqlTypes;

namespace Flowstate.Contacts.Filters;

internal sealed partial class CompileFilter
{
    // Compared with nothing is not true, but "is not" and "does not contain" hold for whoever has nothing there.
    private string Compare(FilterCondition condition, FilterField field, string sql) =>
        condition.Op switch
        {
            FilterOp.Empty => $"({Empty(field, sql)})",
            FilterOp.NotEmpty => $"not ({Empty(field, sql)})",
            _ => field.Kind switch
            {
                FilterKind.Text => Text(condition, sql),
                FilterKind.Code => Coded(condition, field, sql),
                FilterKind.Number => Number(condition, sql),
                FilterKind.Moment => Moment(condition, sql),
                FilterKind.Day => Day(condition, sql),
                FilterKind.YesNo => Equal(condition, sql, YesNo(condition), NpgsqlDbType.Boolean),
                FilterKind.Member => Member(condition, sql),
                FilterKind.Tags => Tags(condition, sql),
                _ => Options(condition, field, sql),
            },
        };

    private static string Empty(FilterField field, string sql) =>
        field.Kind switch
        {
            FilterKind.Tags => $"cardinality({sql}) = 0",
            FilterKind.Text => $"coalesce({sql}, '') = ''",
            _ => $"({sql}) is null",
        };

    private string Text(FilterCondition condition, string sql)
    {
        if (condition.Op == FilterOp.AnyOf)
        {
            var texts = Parameter(Texts(condition), NpgsqlDbType.Array | NpgsqlDbType.Text);
            return $"lower({sql}) in (select lower(one) from unnest({texts}) one)";
        }

        var text = $"lower({Parameter(OneText(condition), NpgsqlDbType.Text)})";
        return condition.Op switch
        {
            FilterOp.Is => $"lower({sql}) = {text}",
            FilterOp.IsNot => $"lower({sql}) is distinct from {text}",
            FilterOp.Contains => $"position({text} in lower({sql})) > 0",
            _ => $"coalesce(position({text} in lower({sql})), 0) = 0",
        };
    }

    private string Coded(FilterCondition condition, FilterField field, string sql) =>
        condition.Op == FilterOp.AnyOf
            ? $"({sql}) = any({Parameter(
                Array.ConvertAll(Texts(condition), code => Known(condition, field, code)),
                NpgsqlDbType.Array | NpgsqlDbType.Text
            )})"
            : Equal(condition, sql, Known(condition, field, OneText(condition)), NpgsqlDbType.Text);

    private static string Known(FilterCondition condition, FilterField field, string code) =>
        field switch
        {
            { Custom: { } custom } when custom.Option(code) is null => throw new BadCondition(
                condition,
                $"{custom.Label} has no such option."
            ),
            { Name: "stage" } => Vocabularies.Read(code)?.Code()
                ?? throw new BadCondition(condition, "there is no such stage."),
            { Name: "country" } => code.ToUpperInvariant(),
            _ => code,
        };

    private string Number(FilterCondition condition, string sql)
    {
        var number =
            FilterValues.Number(condition.Value) ?? throw new BadCondition(condition, "it is compared with a number.");
        return condition.Op switch
        {
            FilterOp.Greater => $"{sql} > {Parameter(number, NpgsqlDbType.Numeric)}",
            FilterOp.Less => $"{sql} < {Parameter(number, NpgsqlDbType.Numeric)}",
            _ => Equal(condition, sql, number, NpgsqlDbType.Numeric),
        };
    }

    private string Moment(FilterCondition condition, string sql)
    {
        if (IsRelative(condition.Op))
        {
            var now = Instant(_moments.Now);
            return condition.Op switch
            {
                FilterOp.MoreThanDaysAgo => $"{sql} < {Instant(_moments.Now.AddDays(-Days(condition)))}",
                FilterOp.InLastDays => $"{sql} >= {Instant(_moments.Now.AddDays(-Days(condition)))} and {sql} <= {now}",
                _ => $"{sql} > {now} and {sql} <= {Instant(_moments.Now.AddDays(Days(condition)))}",
            };
        }

        var day = OneDay(condition);
        return condition.Op switch
        {
            FilterOp.Before => $"{sql} < {Instant(_moments.StartOf(day))}",
            FilterOp.After => $"{sql} >= {Instant(_moments.EndOf(day))}",
            FilterOp.Is => $"{sql} >= {Instant(_moments.StartOf(day))} and {sql} < {Instant(_moments.EndOf(day))}",
            _ => $"({sql} >= {Instant(_moments.StartOf(day))} and {sql} < {Instant(_moments.EndOf(day))}) is not true",
        };
    }

    private string Day(FilterCondition condition, string sql)
    {
        var today = DayText(_moments.Today);
        return condition.Op switch
        {
            FilterOp.MoreThanDaysAgo => $"{sql} < {DayText(_moments.Today, -Days(condition))}",
            FilterOp.InLastDays => $"{sql} >= {DayText(_moments.Today, -Days(condition))} and {sql} <= {today}",
            FilterOp.InNextDays => $"{sql} > {today} and {sql} <= {DayText(_moments.Today, Days(condition))}",
            FilterOp.Before => $"{sql} < {DayText(OneDay(condition))}",
            FilterOp.After => $"{sql} > {DayText(OneDay(condition))}",
            FilterOp.Is => $"{sql} = {DayText(OneDay(condition))}",
            _ => $"{sql} is distinct from {DayText(OneDay(condition))}",
        };
    }

    private string Member(FilterCondition condition, string sql) =>
        condition.Op == FilterOp.AnyOf
            ? $"{sql} = any({Parameter(
                Array.ConvertAll(Texts(condition), text => MemberOf(condition, text)),
                NpgsqlDbType.Array | NpgsqlDbType.Uuid
            )})"
            : Equal(condition, sql, MemberOf(condition, OneText(condition)), NpgsqlDbType.Uuid);

    private Guid MemberOf(FilterCondition condition, string text) =>
        text == "me" ? _me
        : Guid.TryParseExact(text, "D", out var id) ? id
        : throw new BadCondition(condition, "an owner is a member's id, or me.");

    private string Tags(FilterCondition condition, string sql)
    {
        if (condition.Op == FilterOp.AnyOf)
        {
            return $"{sql} && {Parameter(Texts(condition), NpgsqlDbType.Array | NpgsqlDbType.Text)}";
        }

        var has = $"{Parameter(OneText(condition), NpgsqlDbType.Text)} = any({sql})";
        return condition.Op == FilterOp.Contains ? has : $"not ({has})";
    }

    private string Options(FilterCondition condition, FilterField field, string sql)
    {
        if (condition.Op == FilterOp.AnyOf)
        {
            var ids = Array.ConvertAll(Texts(condition), id => Known(condition, field, id));
            return $"jsonb_exists_any({sql}, {Parameter(ids, NpgsqlDbType.Array | NpgsqlDbType.Text)})";
        }

        var one = Parameter(Known(condition, field, OneText(condition)), NpgsqlDbType.Text);
        return condition.Op == FilterOp.Contains
            ? $"jsonb_exists({sql}, {one})"
            : $"jsonb_exists({sql}, {one}) is not true";
    }

    private string Equal(FilterCondition condition, string sql, object value, NpgsqlDbType type) =>
        $"({sql}) {(condition.Op == FilterOp.Is ? "=" : "is distinct from")} {Parameter(value, type)}";

    private string Instant(DateTimeOffset at) => Parameter(at.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    private string DayText(DateOnly day, int later = 0)
    {
        var number = Math.Clamp(day.DayNumber + later, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);
        var text = DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Parameter(text, NpgsqlDbType.Text);
    }
}
