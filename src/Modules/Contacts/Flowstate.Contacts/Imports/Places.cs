namespace Flowstate.Contacts.Imports;

/// <summary>Countries as ISO 3166 alpha-2 and languages as ISO 639-1 where the text is a code or a known name; else as written.</summary>
internal static class Places
{
    private static readonly Dictionary<string, string> Countries = Table(
        "US usa unitedstates unitedstatesofamerica estadosunidos etatsunis vereinigtestaaten|GB uk unitedkingdom greatbritain "
            + "england scotland wales storbritannia|NO norway norge noruega norvege norwegen|SE sweden sverige suecia suede "
            + "schweden|DK denmark danmark dinamarca danemark danemark|FI finland finnland finlandia|IS iceland island|"
            + "DE germany deutschland alemania alemanha allemagne tyskland|AT austria osterreich autriche|CH switzerland "
            + "schweiz suisse suiza suica|FR france frankreich francia franca frankrike|ES spain espana espanha espagne "
            + "spanien spania|PT portugal|BR brazil brasil bresil brasilien|IT italy italia italien italie|NL netherlands "
            + "thenetherlands nederland holland niederlande|BE belgium belgie belgique belgien|IE ireland irland irlanda|"
            + "PL poland polska polen|CZ czechia czechrepublic|MX mexico mexiko mexique|AR argentina|CL chile|CO colombia|"
            + "PE peru|CA canada kanada|AU australia|NZ newzealand|IN india|ZA southafrica|PH philippines|NG nigeria|"
            + "KE kenya|JP japan|CN china|SG singapore|AE unitedarabemirates uae|TR turkey turkiye|GR greece|UA ukraine|"
            + "EE estonia|LV latvia|LT lithuania"
    );

    private static readonly Dictionary<string, string> Languages = Table(
        "en english englisch engelsk ingles anglais|de german deutsch tysk aleman alemao allemand|no norwegian norsk bokmal|"
            + "sv swedish svenska svensk|da danish dansk|fi finnish suomi|es spanish espanol spansk spanisch castellano|"
            + "pt portuguese portugues portugisisk|fr french francais fransk franzosisch|it italian italiano|nl dutch "
            + "nederlands|pl polish polski|tr turkish|uk ukrainian|el greek|is icelandic|zh chinese|ja japanese|hi hindi"
    );

    public static string? CountryOf(string? text) =>
        text is null ? null
        : text.Length == 2 && PhoneText.IsCountry(text.ToUpperInvariant()) ? text.ToUpperInvariant()
        : Countries.GetValueOrDefault(ColumnNames.Fold(text), text);

    public static string? LanguageOf(string? text)
    {
        if (text is null)
        {
            return null;
        }
        // A tag's first part is the language: en-US, pt_BR.
        var code = text.Split('-', '_')[0];
        return code.Length == 2 && code.All(char.IsAsciiLetter)
            ? code.ToLowerInvariant()
            : Languages.GetValueOrDefault(ColumnNames.Fold(text), text);
    }

    private static Dictionary<string, string> Table(string rows) =>
        rows.Split('|')
            .Select(row => row.Split(' '))
            .SelectMany(row => row.Skip(1).Distinct(StringComparer.Ordinal).Select(name => (name, code: row[0])))
            .ToDictionary(pair => pair.name, pair => pair.code, StringComparer.Ordinal);
}
