using Flowstate.Campaigns.Domain;
using Flowstate.Campaigns.Features.Templates;

namespace Flowstate.Campaigns.Features.Words;

/// <summary>The words to offer: a null id where the workspace has none of this purpose and the built-in ones step in.</summary>
internal sealed record Chosen(Guid? Id, string Body, string? Subject);

/// <summary>
/// Which template of a purpose: in the contact's language, else English; made for the best channel or for any; the
/// workspace's own before a built-in one; the latest.
/// </summary>
internal static class ChooseTemplate
{
    private const string Fallback = "en";

    public static Chosen For(
        Purpose purpose,
        string? language,
        SendChannel? channel,
        IReadOnlyList<TemplateView> templates
    )
    {
        var spoken = (language is { Length: >= 2 } ? language[..2] : Fallback).ToLowerInvariant();
        var fitting = Enum.TryParse<TemplateChannel>(channel?.ToString(), out var exact) ? exact : TemplateChannel.Any;
        return templates
                .Where(template => template.Purpose == purpose)
                .OrderByDescending(template => template.Language == spoken)
                .ThenByDescending(template => template.Language == Fallback)
                .ThenByDescending(template => template.Channel == TemplateChannel.Any || template.Channel == fitting)
                .ThenBy(template => template.BuiltIn)
                .ThenByDescending(template => template.UpdatedAt)
                .Select(template => new Chosen(template.Id, template.Body, template.Subject))
                .FirstOrDefault()
            ?? BuiltInTemplates
                .All.Where(draft => draft.Purpose == purpose)
                .Select(draft => new Chosen(null, draft.Body, draft.Subject))
                .First();
    }
}
