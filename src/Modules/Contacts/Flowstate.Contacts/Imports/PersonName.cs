namespace Flowstate.Contacts.Imports;

/// <summary>A person's name, whole and in parts; each is made from the other where the file has only one.</summary>
internal sealed record PersonName(string Whole, string First, string? Middle, string? Last)
{
    private static readonly HashSet<string> Particles = new(
        "van von der den de del della da das do dos di du la le ten ter af av bin ibn al el".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    // After a comma these belong to the name before it: "John Doe, Jr." is not Jr. Doe.
    private static readonly HashSet<string> Suffixes = new(
        "jr sr ii iii iv phd md mba esq inc llc ltd gmbh as ab sa ag msc bsc dds cpa".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    public static PersonName? From(RowValues values)
    {
        var first = values.First(ContactField.FirstName);
        var middle = values.First(ContactField.MiddleName);
        var last = values.First(ContactField.LastName);
        var whole = values.First(ContactField.Name);
        // A whole name beside only a last one tells more: some programs put all of it into the last name.
        if (first is null && middle is null && whole is not null)
        {
            return Split(whole);
        }
        if (first is null && last is null)
        {
            return middle is not null ? new PersonName(middle, middle, null, null) : null;
        }
        var joined = string.Join(' ', new[] { first, middle, last }.OfType<string>());
        return first is null
            ? new PersonName(whole ?? joined, middle ?? last!, null, middle is null ? null : last)
            : new PersonName(whole ?? joined, first, middle, last);
    }

    private static PersonName Split(string whole)
    {
        var name = Flip(whole);
        var words = name.Split(' ');
        if (words.Length == 1)
        {
            return new PersonName(name, name, null, null);
        }
        var lastFrom = words.Length - 1;
        while (lastFrom > 1 && Particles.Contains(words[lastFrom - 1]))
        {
            lastFrom--;
        }
        var middle = string.Join(' ', words[1..lastFrom]);
        return new PersonName(name, words[0], middle.Length == 0 ? null : middle, string.Join(' ', words[lastFrom..]));
    }

    // "Doe, John" → "John Doe".
    private static string Flip(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries);
        return
            parts is [{ Length: > 0 } last, { Length: > 0 } first]
            && !Suffixes.Contains(first.Replace(".", "", StringComparison.Ordinal))
            ? $"{first} {last}"
            : name;
    }
}
