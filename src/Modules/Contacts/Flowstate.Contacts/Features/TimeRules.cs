using FluentValidation;

namespace Flowstate.Contacts.Features;

/// <summary>What instants people send have to be, and how they are kept: UTC, to the microsecond.</summary>
internal static class TimeRules
{
    private static readonly DateTimeOffset Earliest = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Something that happened: not in the future, but for clocks that are a little fast.</summary>
    public static IRuleBuilderOptions<T, DateTimeOffset?> Past<T>(
        this IRuleBuilder<T, DateTimeOffset?> rule,
        TimeProvider clock
    ) =>
        rule.Must(at => at is null || (at >= Earliest && at <= clock.GetUtcNow().AddMinutes(5)))
            .WithMessage("This lies in the future. Say when it happened.");

    /// <summary>Something planned: within ten years.</summary>
    public static IRuleBuilderOptions<T, DateTimeOffset> Planned<T>(
        this IRuleBuilder<T, DateTimeOffset> rule,
        TimeProvider clock
    ) =>
        rule.Must(at => at >= Earliest && at <= clock.GetUtcNow().AddYears(10))
            .WithMessage("Choose a date within the next ten years.");

    public static DateTimeOffset Kept(this DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
