using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Identity.Features.Workspaces;

/// <summary>How people and workspaces may be called, said once for all the slices that ask for it.</summary>
internal static class Shapes
{
    private const int NameLength = 120;

    public static IRuleBuilderOptions<T, string?> PersonName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().WithMessage("Say your name.").Text(NameLength);

    public static IRuleBuilderOptions<T, string?> WorkspaceName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().WithMessage("Give the workspace a name.").Text(NameLength);

    public static IRuleBuilderOptions<T, string?> ChosenTimeZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().WithMessage("Choose a time zone, such as Europe/Oslo.").TimeZone();
}
