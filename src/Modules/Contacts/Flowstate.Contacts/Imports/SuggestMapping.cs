namespace Flowstate.Contacts.Imports;

/// <summary>
/// What one CSV column holds. <paramref name="Label"/> is what its name says of the value ("Business Phone" is <c>work</c>);
/// <paramref name="LabelIndex"/> is the column with each row's own label (Google's "Phone 1 - Label").
/// </summary>
internal sealed record CsvColumn(int Index, string Name, ContactField Field, string? Label, int? LabelIndex);

/// <summary>Guesses what each column holds from the names of all of them.</summary>
internal static class SuggestMapping
{
    public static IReadOnlyList<CsvColumn> For(FileFormat format)
    {
        var guesses = format.Columns.Select(name => Guess(format, name)).ToList();
        SettleNames(format.Columns, guesses);
        SettleRest(format, guesses);
        return Build(format.Columns, guesses);
    }

    /// <summary>The mapping a person chose; a column it does not name keeps its guess.</summary>
    public static IReadOnlyList<CsvColumn> Choose(
        FileFormat format,
        IReadOnlyDictionary<string, ContactField> chosen
    ) =>
        [
            .. For(format)
                .Select(column =>
                    chosen.TryGetValue(column.Name, out var field) ? column with { Field = field } : column
                ),
        ];

    private static ContactField Guess(FileFormat format, string name)
    {
        var field = ColumnNames.FieldOf(name) ?? ContactField.Ignore;
        return format.Format == "LinkedIn" && field == ContactField.Website ? ContactField.Linkedin : field;
    }

    // "Nombre" beside "Apellidos" is the first name, "Nom" beside "Prénom" and "Name" beside "Vorname" the last.
    private static void SettleNames(IReadOnlyList<string> names, List<ContactField> guesses)
    {
        var whole = guesses.IndexOf(ContactField.Name);
        if (whole < 0)
        {
            return;
        }
        var (hasFirst, hasLast) = (guesses.Contains(ContactField.FirstName), guesses.Contains(ContactField.LastName));
        var folded = names.Select(ColumnNames.Fold).ToList();
        if (hasLast && !hasFirst && folded[whole] is "nombre" or "nome" or "navn" or "name")
        {
            guesses[whole] = ContactField.FirstName;
        }
        else if (hasFirst && !hasLast && (folded[whole] == "nom" || folded.Contains("vorname")))
        {
            guesses[whole] = ContactField.LastName;
        }
    }

    private static void SettleRest(FileFormat format, List<ContactField> guesses)
    {
        var folded = format.Columns.Select(ColumnNames.Fold).ToList();
        var hasJob = folded.Contains("jobtitle");
        var hasWholeAddress = folded.Contains("addressformatted");
        for (var i = 0; i < guesses.Count; i++)
        {
            // Outlook's "Title" is Mr. or Ms.; Google repeats the formatted address in parts.
            var isHonorific = hasJob && folded[i] == "title";
            var isPartOfWhole =
                hasWholeAddress && guesses[i] == ContactField.Address && folded[i] != "addressformatted";
            if (isHonorific || isPartOfWhole)
            {
                guesses[i] = ContactField.Ignore;
            }
        }
    }

    private static List<CsvColumn> Build(IReadOnlyList<string> names, List<ContactField> guesses)
    {
        var indexes = names
            .Select((name, index) => (name, index))
            .ToDictionary(pair => pair.name, pair => pair.index, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. names.Select(
                (name, index) =>
                    new CsvColumn(index, name, guesses[index], PointLabel.FromHeader(name), LabelOf(name, indexes))
            ),
        ];
    }

    private static int? LabelOf(string name, Dictionary<string, int> indexes)
    {
        var owner = name.EndsWith(" - Value", StringComparison.OrdinalIgnoreCase) ? name[..^" - Value".Length] : name;
        foreach (var label in new[] { $"{owner} - Label", $"{owner} - Type", $"{owner} Type", $"{owner} Label" })
        {
            if (indexes.TryGetValue(label, out var index))
            {
                return index;
            }
        }
        return null;
    }
}
