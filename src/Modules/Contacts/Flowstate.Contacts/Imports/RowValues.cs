namespace Flowstate.Contacts.Imports;

/// <summary>A row's values by field.</summary>
internal sealed class RowValues(IReadOnlyList<ReadValue> values)
{
    /// <summary>The first value that is not blank, on one line.</summary>
    public string? First(ContactField field) => Texts(field).FirstOrDefault();

    /// <summary>All values that are not blank, each on one line.</summary>
    public IEnumerable<string> Texts(ContactField field) =>
        All(field).Select(value => CleanText.Line(value.Value)).Where(text => text.Length > 0);

    public IEnumerable<ReadValue> All(ContactField field) => values.Where(value => value.Field == field);
}
