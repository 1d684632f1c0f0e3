namespace Flowstate.Contacts.Imports;

/// <summary>A row's notes: its own, then every fact that has no field of its own, one "Label: value" a line, so that nothing is lost.</summary>
internal static class RowNotes
{
    public static string? From(RowValues values, ReachableAt reach)
    {
        var own = values
            .All(ContactField.Notes)
            .Select(value => CleanText.Lines(value.Value))
            .Where(note => note.Length > 0)
            .Distinct(StringComparer.Ordinal);
        var text = string.Join("\n\n", [.. own, .. Details(values, reach)]);
        return text.Length == 0 ? null : text;
    }

    /// <summary>The first address, its parts joined by commas.</summary>
    public static string? AddressOf(RowValues values) => Addresses(values).FirstOrDefault();

    private static string[] Details(RowValues values, ReachableAt reach)
    {
        var lines = values
            .All(ContactField.Detail)
            .Select(detail => $"{CleanText.Line(detail.Label ?? "")}: {OnOneLine(detail.Value)}")
            .Concat(values.Texts(ContactField.Website).Skip(1).Select(site => $"Website: {site}"))
            .Concat(values.Texts(ContactField.Organisation).Skip(1).Select(other => $"Organisation: {other}"))
            .Concat(Addresses(values).Skip(1).Select(address => $"Address: {address}"))
            .Concat(reach.Lost.Select(lost => $"{lost.Field}, as written: {CleanText.Line(lost.Value)}"));
        if (values.First(ContactField.Warmth) is { } warmth && MapRow.WarmthOf(warmth) is null)
        {
            lines = lines.Append($"Warmth: {warmth}");
        }
        var text = string.Join('\n', lines.Distinct(StringComparer.Ordinal));
        return text.Length == 0 ? [] : [text];
    }

    // The lines of one address share its label ("Home Street", "Home City").
    private static IEnumerable<string> Addresses(RowValues values) =>
        values
            .All(ContactField.Address)
            .GroupBy(part => part.Label)
            .Select(address =>
                string.Join(", ", address.Select(part => OnOneLine(part.Value)).Where(part => part.Length > 0))
            )
            .Where(address => address.Length > 0);

    private static string OnOneLine(string address) =>
        string.Join(
            ", ",
            CleanText
                .Lines(address)
                .Split('\n')
                .Select(line => CleanText.Line(line).TrimEnd(','))
                .Where(line => line.Length > 0)
        );
}
