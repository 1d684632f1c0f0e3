namespace Flowstate.Contacts.Domain;

/// <summary>The names a person goes by elsewhere, without the @.</summary>
internal sealed record Handles(string? Instagram, string? Messenger, string? Whatsapp, string? Linkedin)
{
    public static readonly Handles None = new(null, null, null, null);
}

/// <summary>The part of a contact that people write: what a form, the API or an import gives.</summary>
internal sealed record ContactDraft
{
    public required string FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Organisation { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<PointDraft> Emails { get; init; } = [];

    public IReadOnlyList<PointDraft> Phones { get; init; } = [];

    public Handles Handles { get; init; } = Handles.None;

    public string? Country { get; init; }

    public string? Language { get; init; }

    public string? TimeZone { get; init; }

    public string? Source { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public int Warmth { get; init; }

    public string? Notes { get; init; }
}
