using Flowstate.Contacts.Imports;
using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

internal enum PointKind
{
    Email,
    Phone,
}

/// <summary>A way to reach a contact as the caller gave it.</summary>
internal sealed record PointDraft(string? Label, string Value);

/// <summary>
/// One mail address or phone number. The owner and <see cref="Active"/> are repeated here so that one index can say:
/// a mail address belongs to one living contact of an owner.
/// </summary>
internal sealed class ContactPoint : IWorkspaceOwned
{
    private ContactPoint() { }

    public Guid Id { get; private init; }

    public Guid WorkspaceId { get; private init; }

    public Guid ContactId { get; private init; }

    public Guid OwnerId { get; private init; }

    public PointKind Kind { get; private init; }

    public string? Label { get; private set; }

    public string Value { get; private set; } = "";

    /// <summary>Mail in lower case, phone in E.164; null for a phone that could not be parsed.</summary>
    public string? Normalised { get; private set; }

    public int Position { get; private set; }

    public bool Active { get; internal set; } = true;

    internal string Identity => Normalised ?? Value;

    /// <summary>By its label; in North America nothing else tells a mobile from an office line.</summary>
    internal bool IsMobile =>
        MobileLabels.Any(word => Label?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private static readonly string[] MobileLabels = ["mobil", "cell", "iphone", "whatsapp"];

    internal static ContactPoint Of(
        Contact contact,
        PointKind kind,
        PointDraft draft,
        string? normalised,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = contact.WorkspaceId,
            ContactId = contact.Id,
            OwnerId = contact.OwnerId,
            Kind = kind,
            Label = draft.Label,
            Value = draft.Value,
            Normalised = normalised,
        };

    internal void Place(int position, PointDraft draft) =>
        (Position, Label, Value) = (position, draft.Label, draft.Value);

    /// <summary>Mail in lower case; phone as E.164, read in the given country (ISO 3166 alpha-2) unless it has a +.</summary>
    public static string? Normalise(PointKind kind, string value, string? country) =>
        kind == PointKind.Email ? value.Trim().ToLowerInvariant() : PhoneText.Normalise(value, country);
}
