using Flowstate.Contacts.Domain;
using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Contacts.Features.Fields;

internal sealed record OptionBody(string? Id, string Label, bool Archived = false);

/// <summary>What labels and options have to be, for a new field and for a changed one.</summary>
internal static class FieldRules
{
    public static IReadOnlyList<OptionDraft> Drafts(this IReadOnlyList<OptionBody>? options) =>
        [.. (options ?? []).Select(option => new OptionDraft(option.Id, option.Label.Trim(), option.Archived))];

    public static IRuleBuilderOptions<T, string?> FieldLabel<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().WithMessage("A field needs a name.").Text(ContactLimits.Tag);

    public static void FieldOptions<T>(this AbstractValidator<T> validator, Func<T, IReadOnlyList<OptionBody>?> options)
    {
        validator
            .RuleFor(request => options(request))
            .Must(given => given is null || given.Count <= CustomField.MostOptions)
            .WithMessage($"At most {CustomField.MostOptions} options.")
            .Must(given => given is not { Count: <= CustomField.MostOptions } || given.All(IsSound))
            .WithMessage($"An option needs a name of at most {ContactLimits.Tag} characters.")
            .Must(given => given is not { Count: <= CustomField.MostOptions } || !HasTwice(given))
            .WithMessage("Two options have the same name.")
            .OverridePropertyName("options");
    }

    private static bool IsSound(OptionBody? option) =>
        option is not null
        && !string.IsNullOrWhiteSpace(option.Label)
        && option.Label.Length <= ContactLimits.Tag
        && !option.Label.Contains('\0', StringComparison.Ordinal);

    private static bool HasTwice(IReadOnlyList<OptionBody> options)
    {
        var labels = options.Where(IsSound).Where(option => !option.Archived).Select(option => option.Label.Trim());
        return labels.GroupBy(label => label, StringComparer.OrdinalIgnoreCase).Any(group => group.Count() > 1);
    }
}
