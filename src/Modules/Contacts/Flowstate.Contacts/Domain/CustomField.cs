using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

internal enum FieldKind
{
    Text,
    Number,
    Date,
    Choice,
    MultiChoice,
    YesNo,
    Url,
}

/// <summary>One answer of a choice. Contacts hold the <paramref name="Id"/>, which never changes; the label may.</summary>
internal sealed record FieldOption(string Id, string Label, bool Archived = false);

/// <summary>What people write about an option: a new one has no id yet.</summary>
internal sealed record OptionDraft(string? Id, string Label, bool Archived = false);

/// <summary>
/// A field that a workspace keeps about its contacts beside the built-in ones. Key, kind and whether it is sensitive stay
/// as they were made: values are stored by them. A field is archived, never deleted, so that no key means a second thing.
/// </summary>
internal sealed class CustomField : Entity
{
    /// <summary>How many that are not archived a workspace may have.</summary>
    public const int Most = 200;

    /// <summary>How many options one may have, archived ones too.</summary>
    public const int MostOptions = 200;

    private CustomField() { }

    public string Key { get; private set; } = "";

    public string Label { get; private set; } = "";

    public FieldKind Kind { get; private set; }

    public bool Sensitive { get; private set; }

    /// <summary>Fields are shown in its order; two may have the same for a moment, then the key decides.</summary>
    public int Position { get; private set; }

    public IReadOnlyList<FieldOption> Options { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public bool IsChoice => Kind is FieldKind.Choice or FieldKind.MultiChoice;

    public bool HasTooManyOptions => Options.Count > MostOptions;

    /// <summary>A new field at the end of those that are there.</summary>
    public static CustomField Define(
        string label,
        FieldKind kind,
        bool sensitive,
        IReadOnlyList<OptionDraft> options,
        IReadOnlyCollection<CustomField> others,
        DateTimeOffset now
    )
    {
        var field = new CustomField
        {
            Id = Guid.CreateVersion7(now),
            Key = Slug.Of(label, [.. others.Select(other => other.Key)], "field"),
            Label = label,
            Kind = kind,
            Sensitive = sensitive,
            Position = After(others),
            CreatedAt = now,
        };
        field.Offer(options);
        return field;
    }

    public void Edit(string label, IReadOnlyList<OptionDraft>? options)
    {
        Label = label;
        if (options is not null)
        {
            Offer(options);
        }

        Touch();
    }

    public void Place(int position) => Position = position;

    public void Archive(DateTimeOffset now)
    {
        ArchivedAt ??= now;
        Touch();
    }

    public void Restore(IReadOnlyCollection<CustomField> others)
    {
        ArchivedAt = null;
        Position = After(others);
        Touch();
    }

    public FieldOption? Option(string id) => Options.FirstOrDefault(option => option.Id == id);

    private static int After(IReadOnlyCollection<CustomField> others) =>
        others.Count == 0 ? 0 : others.Max(other => other.Position) + 1;

    /// <summary>In the order given. One that is left out is archived: contacts may hold it, and have to show its words.</summary>
    private void Offer(IReadOnlyList<OptionDraft> drafts)
    {
        List<FieldOption> offered = [];
        List<string> taken = [.. Options.Select(option => option.Id)];
        foreach (var draft in drafts)
        {
            var id =
                draft.Id is not null && Option(draft.Id) is not null ? draft.Id : Slug.Of(draft.Label, taken, "option");
            if (offered.Exists(option => option.Id == id))
            {
                continue;
            }

            taken.Add(id);
            offered.Add(new FieldOption(id, draft.Label, draft.Archived));
        }

        offered.AddRange(
            Options
                .Where(old => !offered.Exists(option => option.Id == old.Id))
                .Select(old => old with { Archived = true })
        );
        Options = offered;
    }
}
