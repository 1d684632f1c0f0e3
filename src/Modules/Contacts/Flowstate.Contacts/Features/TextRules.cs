using FluentValidation;

namespace Flowstate.Contacts.Features;

/// <summary>What every text people send has to be: short enough to keep, and without the one character PostgreSQL refuses.</summary>
internal static class TextRules
{
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int most) =>
        rule.Must(text => text is null || text.Length <= most)
            .WithMessage($"Too long: at most {most} characters.")
            .Must(text => text is null || !text.Contains('\0', StringComparison.Ordinal))
            .WithMessage("It holds a character that cannot be stored.");

    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, params string[] known) =>
        rule.Must(code => code is null || known.Contains(code, StringComparer.Ordinal))
            .WithMessage($"Not known here. Use one of: {string.Join(", ", known)}.");

    public static IRuleBuilderOptions<T, string?> TimeZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(zone => string.IsNullOrWhiteSpace(zone) || TimeZoneInfo.TryFindSystemTimeZoneById(zone.Trim(), out _))
            .WithMessage("No such time zone. Use an IANA name such as Europe/Oslo.");

    /// <summary>Trimmed, and null when nothing is left.</summary>
    public static string? Tidy(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
