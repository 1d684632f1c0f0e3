namespace Flowstate.Contacts.Filters;

internal sealed partial class CompileFilter
{
    private static bool IsRelative(FilterOp op) =>
        op is FilterOp.MoreThanDaysAgo or FilterOp.InLastDays or FilterOp.InNextDays;

    private static string OneText(FilterCondition condition) =>
        FilterValues.Text(condition.Value)
        ?? throw new BadCondition(
            condition,
            $"it is compared with a text of at most {FilterValues.LongestText} characters."
        );

    private static string[] Texts(FilterCondition condition) =>
        FilterValues.Texts(condition.Value)
        ?? throw new BadCondition(condition, $"it is compared with a list of 1 to {FilterValues.LongestList} texts.");

    private static bool YesNo(FilterCondition condition) =>
        FilterValues.YesNo(condition.Value) ?? throw new BadCondition(condition, "it is compared with true or false.");

    private static int Days(FilterCondition condition) =>
        FilterValues.Days(condition.Value)
        ?? throw new BadCondition(condition, $"it takes a number of days, 0 to {FilterValues.MostDays}.");

    private static DateOnly OneDay(FilterCondition condition) =>
        FilterValues.Day(condition.Value)
        ?? throw new BadCondition(condition, "it is compared with a day such as 2026-03-01.");
}
