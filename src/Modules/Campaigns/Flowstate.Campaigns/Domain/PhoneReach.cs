using Flowstate.Contacts.Events;
using PhoneNumbers;

namespace Flowstate.Campaigns.Domain;

/// <summary>
/// What a contact's numbers are good for. Read once, when the copy is written: the links are made on every list.
/// Numbers are E.164 but <paramref name="Call"/>, which may be as typed when nobody knows its country.
/// </summary>
internal sealed record PhoneReach(string? WhatsApp, string? Mobile, string? Call)
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    public static PhoneReach Of(ContactDetails contact)
    {
        var phones = contact.Phones.Prepend(contact.Phone).OfType<string>().ToArray();
        // Contacts tells the numbers that are labelled mobile first, and its preferred one apart: in some countries a
        // number alone does not say what it is.
        var mobile = contact.Phones.FirstOrDefault(IsMobile);
        return new(
            WhatsAppNumber(contact.WhatsApp) ?? mobile,
            mobile,
            phones.Select(Dialable).FirstOrDefault(number => number is not null)
        );
    }

    private static bool IsMobile(string phone)
    {
        if (!phone.StartsWith('+'))
        {
            return false;
        }

        try
        {
            var kind = Numbers.GetNumberType(Numbers.Parse(phone, null));
            return kind is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    // A handle is a number or a wa.me link; one without its country cannot be opened.
    private static string? WhatsAppNumber(string? handle)
    {
        var digits = Digits(handle);
        digits = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
        return digits.Length is >= 8 and <= 15 && digits[0] != '0' ? $"+{digits}" : null;
    }

    private static string? Dialable(string phone)
    {
        var digits = Digits(phone);
        return digits.Length < 3 ? null
            : phone.TrimStart().StartsWith('+') ? $"+{digits}"
            : digits;
    }

    private static string Digits(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));
}
