using FluentValidation;

namespace Flowstate.Identity.Features.SecondFactor;

internal static class SecondFactorRules
{
    public static IRuleBuilderOptions<T, string> Code<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().WithMessage("Type the code.").MaximumLength(100).WithMessage("Too long for a code.");
}
