using Flowstate.Shared.Persistence;

namespace Flowstate.Campaigns.Domain;

/// <summary>What a member writes; <paramref name="Language"/> is ISO 639-1, <paramref name="Subject"/> is for mail only.</summary>
internal sealed record TemplateDraft(
    string Name,
    Purpose Purpose,
    string Body,
    TemplateChannel Channel = TemplateChannel.Any,
    string? Subject = null,
    string Language = "en"
);

/// <summary>Words with variables, for one purpose. A built-in one that is edited becomes the workspace's own.</summary>
internal sealed class Template : Entity
{
    private Template() { }

    public string Name { get; private set; } = "";

    public Purpose Purpose { get; private set; }

    public TemplateChannel Channel { get; private set; }

    /// <summary>For mail only.</summary>
    public string? Subject { get; private set; }

    public string Body { get; private set; } = "";

    /// <summary>ISO 639-1.</summary>
    public string Language { get; private set; } = "";

    public bool BuiltIn { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static Template Write(TemplateDraft draft, DateTimeOffset now)
    {
        var template = new Template { Id = Guid.CreateVersion7(now) };
        template.Take(draft, now);
        return template;
    }

    public static Template Ship(TemplateDraft draft, DateTimeOffset now)
    {
        var template = Write(draft, now);
        template.BuiltIn = true;
        return template;
    }

    public void Edit(TemplateDraft draft, DateTimeOffset now)
    {
        Take(draft, now);
        BuiltIn = false;
        Touch();
    }

    private void Take(TemplateDraft draft, DateTimeOffset now) =>
        (Name, Purpose, Channel, Subject, Body, Language, UpdatedAt) = (
            draft.Name.Trim(),
            draft.Purpose,
            draft.Channel,
            string.IsNullOrWhiteSpace(draft.Subject) ? null : draft.Subject.Trim(),
            draft.Body.Trim(),
            draft.Language.ToLowerInvariant(),
            now
        );
}
