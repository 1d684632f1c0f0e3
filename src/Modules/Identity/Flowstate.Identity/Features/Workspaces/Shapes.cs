using System.Text.RegularExpressions;
using FluentValidation;

namespace Flowstate.Identity.Features.Workspaces;

/// <summary>The shape of what people and workspaces are described by, said once for all the slices that ask for it.</summary>
internal static partial class Shapes
{
    private const int NameLength = 120;

    public static IRuleBuilderOptions<T, string> PersonName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty()
            .WithMessage("Say your name.")
            .MaximumLength(NameLength)
            .WithMessage($"Keep the name within {NameLength} characters.");

    public static IRuleBuilderOptions<T, string> WorkspaceName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty()
            .WithMessage("Give the workspace a name.")
            .MaximumLength(NameLength)
            .WithMessage($"Keep the workspace's name within {NameLength} characters.");

    public static IRuleBuilderOptions<T, string?> TimeZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(id => id is not null && IanaId().IsMatch(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _))
            .WithMessage("Choose a time zone, such as Europe/Oslo.");

    public static IRuleBuilderOptions<T, string?> Country<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(code => code is null || Alpha2().IsMatch(code))
            .WithMessage("Give the country as two letters, such as NO.");

    // The system looks a zone up as a file: no dots, so no way out of its folder.
    [GeneratedRegex(
        @"\A[A-Za-z0-9_+\-]+(/[A-Za-z0-9_+\-]+){0,2}\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex IanaId();

    [GeneratedRegex(@"\A[A-Za-z]{2}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Alpha2();
}
