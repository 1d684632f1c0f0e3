using System.Globalization;

namespace Flowstate.Benchmarks;

/// <summary>What to measure. <c>--contacts 100000 --rounds 5 --seconds 3 --csv file</c></summary>
internal sealed record Plan(int Contacts, int Rounds, int Seconds, string? Csv)
{
    public static Plan Read(string[] args)
    {
        return new Plan(Number("--contacts", 100_000), Number("--rounds", 5), Number("--seconds", 3), Text("--csv"));

        int Number(string name, int fallback) =>
            Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;
        string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;
    }
}
