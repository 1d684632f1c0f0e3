using NpgsqlTypes;

namespace Flowstate.Contacts.Filters;

/// <summary>
/// A compiled filter: a condition over the aliases <c>c</c> and <c>r</c>, with every value of it as a parameter.
/// <paramref name="NeedsRhythm"/> where it names <c>r</c>.
/// </summary>
internal sealed record FilterSql(string Where, IReadOnlyList<FilterParameter> Parameters, bool NeedsRhythm)
{
    public static readonly FilterSql Everybody = new("true", [], NeedsRhythm: false);
}

internal sealed record FilterParameter(string Name, object Value, NpgsqlDbType Type);
