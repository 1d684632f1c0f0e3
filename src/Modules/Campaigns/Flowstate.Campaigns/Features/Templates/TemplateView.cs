using Flowstate.Campaigns.Domain;
using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Campaigns.Features.Templates;

/// <summary>A template as every slice here answers it.</summary>
internal sealed record TemplateView(
    Guid Id,
    long Version,
    string Name,
    Purpose Purpose,
    TemplateChannel Channel,
    string? Subject,
    string Body,
    string Language,
    bool BuiltIn,
    DateTimeOffset UpdatedAt
)
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "campaigns.template-not-found",
        "There is no such template. It may have been deleted."
    );

    public static TemplateView Of(Template template) =>
        new(
            template.Id,
            template.Version,
            template.Name,
            template.Purpose,
            template.Channel,
            template.Subject,
            template.Body,
            template.Language,
            template.BuiltIn,
            template.UpdatedAt
        );
}

/// <summary>The shape of a template, the same whether it is new or edited.</summary>
internal sealed class TemplateShape : AbstractValidator<TemplateDraft>
{
    public TemplateShape()
    {
        RuleFor(draft => draft.Name).NotEmpty().Text(120);
        RuleFor(draft => draft.Purpose).IsInEnum();
        RuleFor(draft => draft.Channel).IsInEnum();
        RuleFor(draft => draft.Subject).Text(200);
        RuleFor(draft => draft.Body).NotEmpty().Text(4000);
        RuleFor(draft => draft.Language)
            .NotEmpty()
            .Matches("^[a-zA-Z]{2,3}$")
            .WithMessage("Give the language as a code of two letters, such as en.");
    }
}
