using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Imports;

/// <summary>Why a whole file is refused. The codes are part of the API.</summary>
internal static class ImportErrors
{
    public static readonly Error Empty = Refuse("contacts.import-empty", "The file is empty.");

    public static readonly Error Spreadsheet = Refuse(
        "contacts.import-spreadsheet",
        "This is a spreadsheet. Save it as CSV (UTF-8) and choose that file."
    );

    public static readonly Error Binary = Refuse(
        "contacts.import-binary",
        "This is not an address book: choose a vCard (.vcf) or CSV file."
    );

    public static readonly Error NoHeader = Refuse(
        "contacts.import-no-header",
        "The first line must name the columns, such as First name, Last name, E-mail, Phone."
    );

    public static readonly Error NoContact = Refuse("contacts.import-no-contact", "There is no contact in this file.");

    private static Error Refuse(string code, string message) => new(ErrorKind.Invalid, code, message);
}
