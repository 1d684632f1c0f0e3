using System.Globalization;

namespace Flowstate.Benchmarks;

/// <summary>
/// What to measure. <c>--only limit|day|guards|sign-ins|import --contacts 100000 --rows 1048576 --rounds 5 --seconds 3 --csv file</c>
/// </summary>
/// <param name="Only">One of the parts; null for all of them.</param>
/// <param name="Rows">How many an address book has.</param>
internal sealed record Plan(string? Only, int Contacts, int Rows, int Rounds, int Seconds, string? Csv)
{
    public bool Has(string part) => Only is null || Only == part;

    public TimeSpan Round => TimeSpan.FromSeconds(Seconds);

    public static Plan Read(string[] args)
    {
        return new Plan(
            Text("--only"),
            Number("--contacts", 100_000),
            Number("--rows", 1_048_576),
            Number("--rounds", 5),
            Number("--seconds", 3),
            Text("--csv")
        );

        int Number(string name, int fallback) =>
            Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;
        string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;
    }
}
