using System.Text.RegularExpressions;
using FluentValidation;

namespace Flowstate.Shared.Slices;

/// <summary>What every text people send has to be: short enough to keep, and without the one character PostgreSQL refuses.</summary>
public static partial class TextRules
{
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int most) =>
        rule.Must(text => text is null || text.Length <= most)
            .WithMessage($"Too long: at most {most} characters.")
            .Must(text => text is null || !text.Contains('\0', StringComparison.Ordinal))
            .WithMessage("It holds a character that cannot be stored.");

    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, params string[] known) =>
        rule.Must(code => code is null || known.Contains(code, StringComparer.Ordinal))
            .WithMessage($"Not known here. Use one of: {string.Join(", ", known)}.");

    /// <summary>An IANA name that PostgreSQL knows too; nothing said is left to <c>NotEmpty</c>.</summary>
    public static IRuleBuilderOptions<T, string?> TimeZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(zone => string.IsNullOrWhiteSpace(zone) || IsTimeZone(zone.Trim()))
            .WithMessage("No such time zone. Use an IANA name such as Europe/Oslo.");

    public static IRuleBuilderOptions<T, string?> Country<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(country => string.IsNullOrWhiteSpace(country) || Alpha2().IsMatch(country.Trim()))
            .WithMessage("A country is two letters, such as NO.");

    /// <summary>Trimmed, and null when nothing is left.</summary>
    public static string? Tidy(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsTimeZone(string zone) =>
        IanaName().IsMatch(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    // The system looks a zone up as a file: no dots, so no way out of its folder, and none of the files beside the zones.
    [GeneratedRegex(
        @"\A(?!posix|right/|localtime|Factory)[A-Za-z0-9_+\-]+(/[A-Za-z0-9_+\-]+){0,2}\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex IanaName();

    [GeneratedRegex(@"\A[A-Za-z]{2}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Alpha2();
}
