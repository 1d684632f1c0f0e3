using Flowstate.Contacts.Domain;
using Flowstate.Shared.Slices;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Flowstate.Contacts.Hooks;

/// <summary>What all webhooks are asked for, and what their endpoints say of themselves.</summary>
internal static class HookRules
{
    public static IRuleBuilderOptions<T, string?> EventId<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Text(200).Must(id => id is null || id.Trim().Length > 0).WithMessage("An event id says something.");

    /// <summary>Nothing, or one @ with something on both sides, and nothing that would end a <c>mailto:</c> link.</summary>
    public static IRuleBuilderOptions<T, string?> HookMail<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Text(254)
            .Must(mail =>
                mail.Tidy() is not { } given
                || (
                    given.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
                    && !given.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '?' or '&')
                )
            )
            .WithMessage("Not a mail address.");

    public static IRuleBuilderOptions<T, string?> HookPhone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Text(ContactLimits.Line)
            .Must(phone => phone.Tidy() is not { } given || given.Count(char.IsDigit) >= 3)
            .WithMessage("Not a phone number.");

    /// <summary>Open to everybody: the signature is looked at behind the door, and counted like every stranger's knock.</summary>
    public static void ReceivesHook<TBody>(this RouteHandlerBuilder route)
        where TBody : notnull =>
        route
            .Accepts<TBody>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(SignedDelivery.Largest))
            .Answers<HookAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .AllowAnonymous();
}
