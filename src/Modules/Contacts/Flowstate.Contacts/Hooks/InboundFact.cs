using System.Text.Json;
using System.Text.Json.Serialization;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Imports;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Hooks;

/// <summary>What a sender says of a person: enough to know them again, and what happened.</summary>
internal sealed record InboundFact(
    InboundPerson Person,
    string? EventId,
    FactType Type,
    DateTimeOffset? At,
    string Source,
    string? Properties,
    string? Utm,
    string? Consent
)
{
    /// <summary>How properties are written: what was not said is not there.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

internal sealed record InboundPerson
{
    public string? Name { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    /// <summary>ig, messenger or whatsapp: where the handle is known.</summary>
    public string? Channel { get; init; }

    public string? Handle { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Country { get; init; }

    public string? Language { get; init; }

    public string? TimeZone { get; init; }

    public string? Source { get; init; }

    /// <summary>The column of <c>contacts</c> that keeps the channel's handles; null where none does.</summary>
    public string? HandleColumn =>
        Handle is null
            ? null
            : Channel switch
            {
                "ig" => "handles_instagram",
                "messenger" => "handles_messenger",
                "whatsapp" => "handles_whatsapp",
                _ => null,
            };

    /// <summary>A handle in WhatsApp is a number.</summary>
    public string? Number => Phone ?? (Channel == "whatsapp" && Handle?.Any(char.IsDigit) == true ? Handle : null);

    /// <summary>There is something to know them again by.</summary>
    public bool IsNamed => HandleColumn is not null || Email is not null || Phone is not null;

    /// <summary>A contact made of it: under its name, else under what it is reached by.</summary>
    public ContactDraft Draft()
    {
        var name = PersonName.From(
            new RowValues([
                new ReadValue(ContactField.Name, null, Name ?? ""),
                new ReadValue(ContactField.FirstName, null, FirstName ?? ""),
                new ReadValue(ContactField.LastName, null, LastName ?? ""),
            ])
        );
        return new ContactDraft
        {
            FirstName = Short(name?.First ?? Handle ?? Email?.Split('@')[0] ?? Phone)!,
            LastName = Short(Rest(name)),
            Emails = Email is null ? [] : [new PointDraft(null, Email)],
            Phones = Number is null ? [] : [new PointDraft(null, Number)],
            Handles = new Handles(Of("ig"), Of("messenger"), Of("whatsapp"), null),
            Country = Country,
            Language = Language,
            TimeZone = TimeZone,
            Source = Source,
        };
    }

    private string? Of(string channel) => Channel == channel ? Handle : null;

    private static string? Rest(PersonName? name) =>
        name is null ? null : string.Join(' ', new[] { name.Middle, name.Last }.OfType<string>()).Tidy();

    private static string? Short(string? text) => text?[..Math.Min(text.Length, ContactLimits.Name)];
}
