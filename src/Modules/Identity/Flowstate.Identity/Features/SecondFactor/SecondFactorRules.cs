using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Identity.Features.SecondFactor;

internal static class SecondFactorRules
{
    public static readonly Error WrongPassword = new Error(
        ErrorKind.Unprocessable,
        "identity.wrong-password",
        "This is not your current password."
    )
    {
        Fields = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["password"] = ["This is not your current password."],
        },
    };

    public static IRuleBuilderOptions<T, string> Code<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().WithMessage("Type the code.").MaximumLength(100).WithMessage("Too long for a code.");

    public static IRuleBuilderOptions<T, string> CurrentPassword<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().WithMessage("Say your password.");
}
