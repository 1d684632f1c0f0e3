using System.Buffers;

namespace Flowstate.Contacts.Imports;

/// <summary>Mail addresses in a cell: one, several, or "Ana &lt;ana@x.no&gt;".</summary>
internal static class MailText
{
    private const int MostCharacters = 254;
    private static readonly char[] Between = [' ', ',', ';', '\n', '\t', '<', '>', '(', ')', '[', ']', '"'];

    private static readonly SearchValues<char> NeverInDomains = SearchValues.Create("/\\:|=_*!?#$%&'+^`{}~");

    /// <summary>The addresses, as written; empty if the text holds none.</summary>
    public static IEnumerable<string> AddressesIn(string text) =>
        CleanText
            .Lines(text)
            .Replace(":::", " ", StringComparison.Ordinal)
            .Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? word[7..] : word)
            .Select(word => word.Trim('\'', '.', '|'))
            .Where(IsAddress);

    public static string Normalise(string address) => address.ToLowerInvariant();

    public static bool IsAddress(string text)
    {
        var at = text.LastIndexOf('@');
        if (at is < 1 or > 64 || text.Length > MostCharacters || text.IndexOf('@') != at)
        {
            return false;
        }
        var domain = text.AsSpan(at + 1);
        return domain.Contains('.')
            && domain[0] is not ('.' or '-')
            && domain[^1] is not ('.' or '-')
            && !domain.Contains("..", StringComparison.Ordinal)
            && !domain.ContainsAny(NeverInDomains)
            && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || Between.Contains(letter));
    }
}
