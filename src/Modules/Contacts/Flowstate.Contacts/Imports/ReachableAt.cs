namespace Flowstate.Contacts.Imports;

/// <summary>Every way to reach a row's person. <see cref="Lost"/> holds what was given as a mail or number and is none.</summary>
internal sealed record ReachableAt(
    IReadOnlyList<ImportedPoint> Emails,
    IReadOnlyList<ImportedPoint> Phones,
    IReadOnlyDictionary<string, string> Handles,
    IReadOnlyList<ReadValue> Lost
)
{
    private static readonly HashSet<string> Nothing = new(
        [
            "-",
            "--",
            "n/a",
            "na",
            "none",
            "null",
            "nil",
            "unknown",
            "no",
            "no email",
            "no phone",
            "ukjent",
            "ingen",
            "?",
            "0",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public bool IsNowhere => Emails.Count + Phones.Count + Handles.Count == 0;

    public string FirstPoint =>
        Emails.Concat(Phones).Select(point => point.Value).Concat(Handles.Values).FirstOrDefault() ?? "";

    public string? Unreadable =>
        Lost.Count == 0 ? null
        : Lost[0].Field == ContactField.Email ? $"“{CleanText.Line(Lost[0].Value)}” is not a mail address"
        : $"“{CleanText.Line(Lost[0].Value)}” is not a phone number";

    public static ReachableAt From(RowValues values, string? country)
    {
        var lost = new List<ReadValue>();
        var emails = Points(values, ContactField.Email, MailText.AddressesIn, MailText.Normalise, lost);
        var phones = Points(
            values,
            ContactField.Phone,
            PhoneText.NumbersIn,
            number => PhoneText.Normalise(number, country),
            lost
        );
        // A stable sort: within callable and not, the file's own order (its preferred number first) stays.
        return new ReachableAt(
            emails,
            [.. phones.OrderBy(point => PointLabel.IsLastResort(point.Label))],
            HandlesOf(values),
            lost
        );
    }

    private static List<ImportedPoint> Points(
        RowValues values,
        ContactField field,
        Func<string, IEnumerable<string>> read,
        Func<string, string?> normalise,
        List<ReadValue> lost
    )
    {
        var points = new List<ImportedPoint>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values.All(field))
        {
            var found = read(value.Value).ToList();
            if (found.Count == 0 && CleanText.Line(value.Value) is { Length: > 0 } text && !Nothing.Contains(text))
            {
                lost.Add(value);
            }
            foreach (var written in found)
            {
                var normalised = normalise(written);
                if (seen.Add(normalised ?? written))
                {
                    points.Add(new ImportedPoint(value.Label, written, normalised));
                }
            }
        }
        return points;
    }

    private static Dictionary<string, string> HandlesOf(RowValues values)
    {
        var handles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var (field, name) in new[]
            {
                (ContactField.Instagram, "instagram"),
                (ContactField.Messenger, "messenger"),
                (ContactField.Whatsapp, "whatsapp"),
                (ContactField.Linkedin, "linkedin"),
            }
        )
        {
            if (values.First(field) is { } handle)
            {
                handles[name] = handle;
            }
        }
        return handles;
    }
}
