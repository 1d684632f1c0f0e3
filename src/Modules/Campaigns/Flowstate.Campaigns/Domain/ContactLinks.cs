using Flowstate.Campaigns.Persistence;

namespace Flowstate.Campaigns.Domain;

/// <summary>One tap that opens the channel with the words in it; a call carries none.</summary>
internal sealed record Link(SendChannel Channel, string Label, string Url);

/// <summary>The ways to reach somebody, best first; empty when there is none.</summary>
internal static class ContactLinks
{
    public static IReadOnlyList<Link> To(Recipient recipient, string text, string? subject)
    {
        List<Link> links = [];
        if (recipient.WhatsApp is { } whatsApp)
        {
            links.Add(new(SendChannel.Whatsapp, "WhatsApp", WhatsApp(whatsApp, text)));
        }

        if (recipient.Mobile is { } mobile)
        {
            links.Add(new(SendChannel.Sms, "SMS", Sms(mobile, text)));
        }

        if (recipient.Email is { } email)
        {
            links.Add(new(SendChannel.Email, "Email", Mail(email, subject, text)));
        }

        if (recipient.Phone is { } phone)
        {
            links.Add(new(SendChannel.Call, "Call", $"tel:{phone}"));
        }

        return links;
    }

    /// <param name="number">E.164; wa.me wants it without the plus.</param>
    public static string WhatsApp(string number, string text) =>
        $"https://wa.me/{number.TrimStart('+')}?text={Escape(text)}";

    public static string Sms(string number, string text) => $"sms:{number}?body={Escape(text)}";

    /// <summary>RFC 6068: everything but the @ is escaped, and lines end in %0D%0A.</summary>
    public static string Mail(string address, string? subject, string text)
    {
        var at = address.LastIndexOf('@');
        var to =
            at < 0
                ? Uri.EscapeDataString(address)
                : $"{Uri.EscapeDataString(address[..at])}@{Uri.EscapeDataString(address[(at + 1)..])}";
        var body = Escape(text.ReplaceLineEndings("\r\n"));
        return string.IsNullOrEmpty(subject)
            ? $"mailto:{to}?body={body}"
            : $"mailto:{to}?subject={Escape(subject)}&body={body}";
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
