using System.Globalization;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Flowstate.Contacts.Filters;

/// <summary>
/// Makes a filter's SQL: the list, counts and whatever works on "everybody who matches" use the same. Fields and
/// operators are looked up, every value is a parameter; nothing that somebody wrote becomes SQL. Days are those of the
/// member's time zone. Errors: 400 <c>contacts.filter-invalid</c>.
/// </summary>
internal sealed partial class CompileFilter
{
    private readonly IReadOnlyDictionary<string, CustomField> _fields;
    private readonly Moments _moments;
    private readonly Guid _me;
    private readonly List<FilterParameter> _parameters = [];
    private bool _needsRhythm;

    private CompileFilter(IReadOnlyDictionary<string, CustomField> fields, Moments moments, Guid me) =>
        (_fields, _moments, _me) = (fields, moments, me);

    /// <summary>What a reader asks; null is everybody. The workspace's fields are read only where a condition names one.</summary>
    public static async Task<Result<FilterSql>> From(
        string? json,
        ContactsDbContext db,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (json is null)
        {
            return FilterSql.Everybody;
        }

        var read = ReadFilter.From(json);
        if (read.Error is { } error)
        {
            return error;
        }

        var filter = read.Value;
        string[] keys = [.. CustomKeys(filter)];
        var fields =
            keys.Length == 0
                ? []
                : await db.Fields.AsNoTracking().Where(field => keys.Contains(field.Key)).ToListAsync(ct);
        var moments = new Moments(now, db.User.TimeZone);
        return Compile(filter, fields, moments, db.User.MemberId ?? Guid.Empty);
    }

    public static Result<FilterSql> Compile(
        FilterGroup filter,
        IEnumerable<CustomField> fields,
        Moments moments,
        Guid me
    )
    {
        var compiler = new CompileFilter(fields.ToDictionary(field => field.Key, StringComparer.Ordinal), moments, me);
        try
        {
            return new FilterSql(compiler.Group(filter), compiler._parameters, compiler._needsRhythm);
        }
        catch (BadCondition bad)
        {
            return ReadFilter.Invalid(bad.Message, bad.Number);
        }
    }

    private static IEnumerable<string> CustomKeys(FilterNode node) =>
        node switch
        {
            FilterGroup group => group.Parts.SelectMany(CustomKeys),
            FilterCondition { Field: var name }
                when name.StartsWith(FilterField.CustomPrefix, StringComparison.Ordinal) =>
            [
                name[FilterField.CustomPrefix.Length..],
            ],
            _ => [],
        };

    private string Group(FilterGroup group) =>
        group.Parts.Count == 0
            ? "true"
            : $"({string.Join(group.All ? " and " : " or ", group.Parts.Select(part => part switch
            {
                FilterGroup inner => Group(inner),
                FilterCondition condition => Condition(condition),
                _ => throw new System.Diagnostics.UnreachableException(),
            }))})";

    private string Condition(FilterCondition condition)
    {
        var field = Field(condition);
        if (!FilterField.OpsOf(field.Kind).Contains(condition.Op))
        {
            var ops = FilterField.OpsOf(field.Kind).Select(Code.Of);
            throw new BadCondition(condition, $"{field.Name} takes one of: {string.Join(", ", ops)}.");
        }

        _needsRhythm |= field.Sql.StartsWith("r.", StringComparison.Ordinal);
        var sql = field.Custom is { } custom
            ? string.Format(CultureInfo.InvariantCulture, field.Sql, Parameter(custom.Key, NpgsqlDbType.Text))
            : field.Sql;
        return $"({Compare(condition, field, sql)})";
    }

    private FilterField Field(FilterCondition condition)
    {
        if (FilterField.Find(condition.Field) is { } known)
        {
            return known;
        }

        var isCustom = condition.Field.StartsWith(FilterField.CustomPrefix, StringComparison.Ordinal);
        var custom = isCustom ? _fields.GetValueOrDefault(condition.Field[FilterField.CustomPrefix.Length..]) : null;
        return custom switch
        {
            null when isCustom => throw new BadCondition(condition, "there is no field with this key."),
            null => throw new BadCondition(
                condition,
                $"there is no such field. Use one of: {string.Join(", ", FilterField.Names)}, or custom.key."
            ),
            { Sensitive: true } => throw new BadCondition(
                condition,
                $"{custom.Label} is sensitive: nobody filters by it."
            ),
            _ => FilterField.Of(custom),
        };
    }

    private string Parameter(object value, NpgsqlDbType type)
    {
        var name = $"f{_parameters.Count.ToString(CultureInfo.InvariantCulture)}";
        _parameters.Add(new FilterParameter(name, value, type));
        return $"@{name}";
    }

    /// <summary>Thrown and caught in this class: a tree is left from anywhere in it.</summary>
    private sealed class BadCondition(FilterCondition condition, string sentence) : Exception(sentence)
    {
        public int Number => condition.Number;
    }
}
