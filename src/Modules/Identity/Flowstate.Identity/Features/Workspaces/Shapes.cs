using Flowstate.Identity.Domain;
using Flowstate.Identity.Security;
using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Identity.Features.Workspaces;

/// <summary>How people and workspaces may be called, said once for all the slices that ask for it.</summary>
internal static class Shapes
{
    private const int NameLength = 120;

    private const int LinkLength = 200;

    public static IRuleBuilderOptions<T, string?> PersonName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().WithMessage("Say your name.").Text(NameLength);

    public static IRuleBuilderOptions<T, string?> WorkspaceName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().WithMessage("Give the workspace a name.").Text(NameLength);

    public static IRuleBuilderOptions<T, string?> ChosenTimeZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().WithMessage("Choose a time zone, such as Europe/Oslo.").TimeZone();

    /// <summary>What stands behind the # of a mail's link.</summary>
    public static IRuleBuilderOptions<T, string?> OfLink<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().WithMessage("Open the link in the mail.").Text(LinkLength);

    public static IRuleBuilderOptions<T, string> Email<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .NotEmpty()
            .WithMessage("Say your mail address.")
            .Text(EmailAddress.MaxLength)
            .EmailAddress()
            .WithMessage("This does not look like a mail address.");

    /// <summary>One that was chosen before, as somebody types it: right or wrong, which is not looked at here.</summary>
    public static IRuleBuilderOptions<T, string> TypedPassword<T>(
        this IRuleBuilderInitial<T, string> rule,
        string whenEmpty = "Say your password."
    ) =>
        rule.Cascade(CascadeMode.Stop)
            .NotEmpty()
            .WithMessage(whenEmpty)
            .MaximumLength(Passwords.LongestTyped)
            .WithMessage($"Too long for a password: at most {Passwords.LongestTyped} characters.");

    /// <summary>Long enough, and nothing about which characters: that makes passwords worse, not better.</summary>
    public static IRuleBuilderOptions<T, string> NewPassword<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .NotEmpty()
            .WithMessage("Choose a password.")
            .MinimumLength(Passwords.MinimumLength)
            .WithMessage($"Use at least {Passwords.MinimumLength} characters; 15 or more are better.")
            .MaximumLength(Passwords.MaximumLength)
            .WithMessage($"Use at most {Passwords.MaximumLength} characters.");
}
