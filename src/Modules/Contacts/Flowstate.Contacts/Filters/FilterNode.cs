using System.Text.Json;

namespace Flowstate.Contacts.Filters;

/// <summary>How a condition compares. Its code is camelCase: <c>moreThanDaysAgo</c>.</summary>
internal enum FilterOp
{
    Is,
    IsNot,
    AnyOf,
    Contains,
    NotContains,
    Greater,
    Less,
    Before,
    After,
    MoreThanDaysAgo,
    InLastDays,
    InNextDays,
    Empty,
    NotEmpty,
}

/// <summary>A filter over contacts, as it was read: <c>{"all":[{"field":"stage","op":"is","value":"lead"},{"any":[…]}]}</c>.</summary>
internal abstract record FilterNode;

/// <summary>All of its parts have to hold, or any of them. Without parts it holds for everybody.</summary>
internal sealed record FilterGroup(bool All, IReadOnlyList<FilterNode> Parts) : FilterNode;

/// <summary>One comparison. <paramref name="Number"/> counts conditions from 1 as they were written, for what is said about it.</summary>
internal sealed record FilterCondition(int Number, string Field, FilterOp Op, JsonElement Value) : FilterNode;
