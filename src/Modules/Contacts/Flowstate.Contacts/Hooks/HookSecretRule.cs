using FluentValidation;

namespace Flowstate.Contacts.Hooks;

internal static class HookSecretRule
{
    /// <summary>Nothing, or a secret as Standard Webhooks writes it.</summary>
    public static IRuleBuilderOptions<T, string?> HookSecret<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(secret => secret is null || Hooks.HookSecret.Read(secret) is not null)
            .WithMessage("A secret is whsec_ and the base64 of 24 to 64 bytes.");
}
