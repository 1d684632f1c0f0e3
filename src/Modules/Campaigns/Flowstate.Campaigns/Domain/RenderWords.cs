using System.Text;

namespace Flowstate.Campaigns.Domain;

/// <summary>
/// Fills <c>{{variable}}</c> and <c>{{variable|fallback}}</c>. One pass: what a value holds is text, never a variable.
/// A variable that nobody knows, or that is empty and has no fallback, is rendered empty and reported.
/// </summary>
internal static class RenderWords
{
    private const string Open = "{{";
    private const string Close = "}}";

    /// <summary>As much as can be sent. A template that repeats a long name could otherwise grow without end.</summary>
    public const int Longest = 8000;

    public static Rendered Render(string template, IReadOnlyDictionary<string, string?> values)
    {
        var text = new StringBuilder(template.Length + 32);
        List<string> missing = [];
        var rest = template.AsSpan();
        while (text.Length < Longest && rest.IndexOf(Open, StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = rest[start..].IndexOf(Close, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            text.Append(rest[..start]).Append(Fill(rest[(start + Open.Length)..(start + end)], values, missing));
            rest = rest[(start + end + Close.Length)..];
        }

        text.Append(rest);
        return new Rendered(text.ToString(0, Math.Min(text.Length, Longest)), missing);
    }

    private static string Fill(
        ReadOnlySpan<char> inside,
        IReadOnlyDictionary<string, string?> values,
        List<string> missing
    )
    {
        var bar = inside.IndexOf('|');
        var name = (bar < 0 ? inside : inside[..bar]).Trim().ToString();
        if (values.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value))
        {
            return value;
        }

        if ((bar < 0 || !values.ContainsKey(name)) && !missing.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            missing.Add(name);
        }

        return bar < 0 ? "" : inside[(bar + 1)..].Trim().ToString();
    }
}

/// <summary>Finished words, and the variables that had nothing to say.</summary>
internal sealed record Rendered(string Text, IReadOnlyList<string> Missing);

/// <summary>Whom words are for and from whom: all that a template may name.</summary>
internal sealed record Addressee(
    string? FirstName,
    string? Name,
    string? Organisation,
    string? MyName,
    string? Workspace
)
{
    public static readonly Addressee Example = new("Ana", "Ana Lindqvist", "Lindqvist Studio", "Mia", "Flowstate");

    public IReadOnlyDictionary<string, string?> Variables =>
        new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["firstName"] = FirstName,
            ["name"] = Name,
            ["organisation"] = Organisation,
            // A message is signed with the name one is called by.
            ["myName"] = MyName?.Trim().Split(' ')[0],
            ["workspace"] = Workspace,
        };
}
