using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Flowstate.Architecture.Tests.Rules;

/// <summary>Shared is mechanism without a business noun, and small enough to be read in an afternoon.</summary>
internal static partial class SharedRules
{
    /// <summary>Code lines: not blank, not only braces, usings, the namespace or a comment.</summary>
    public const int Budget = 3_700;

    // The nouns of docs/glossary.md, singular. Workspace and member are the ground all modules stand on.
    private static readonly HashSet<string> BusinessNouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "contact",
        "prospect",
        "customer",
        "stage",
        "touch",
        "fact",
        "cadence",
        "warmth",
        "downline",
        "sponsor",
        "campaign",
        "template",
        "enrolment",
        "broadcast",
        "segment",
        "qualification",
        "score",
        "dmo",
        "funnel",
    };

    private static readonly string[] Plurals = ["", "s", "es"];

    public static Verdict SharedKnowsNoBusinessNoun(Codebase code) =>
        Verdict.On(
            code.Sources("src/Shared"),
            file =>
                Nouns(file.Text)
                    .SelectMany(noun => Words().Matches(noun).Select(word => (noun, word.Value)))
                    .Where(found => IsBusiness(found.Value))
                    .Select(found => $"{file.Name} says '{found.noun}'")
        );

    public static Verdict SharedKeepsItsBudget(Codebase code)
    {
        var files = code.Sources("src/Shared");
        var lines = files.Sum(file => file.Lines.Count(IsCode));
        return new Verdict(
            nameof(SharedKeepsItsBudget),
            files.Count,
            lines <= Budget ? [] : [$"Shared has {lines} code lines, {lines - Budget} over its budget"]
        );
    }

    public static bool IsCode(string line) =>
        line.Trim() is var text
        && text.Length > 0
        && !text.StartsWith("//", StringComparison.Ordinal)
        && !text.StartsWith("using ", StringComparison.Ordinal)
        && !text.StartsWith("namespace ", StringComparison.Ordinal)
        && !OnlyPunctuation().IsMatch(text);

    /// <summary>Declared names and texts. A method is a verb (an aggregate's Touch moves its version), not a noun.</summary>
    private static IEnumerable<string> Nouns(string source)
    {
        foreach (var node in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes())
        {
            var noun = node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.Text,
                PropertyDeclarationSyntax property => property.Identifier.Text,
                ParameterSyntax parameter => parameter.Identifier.Text,
                VariableDeclaratorSyntax variable => variable.Identifier.Text,
                EnumMemberDeclarationSyntax member => member.Identifier.Text,
                LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal
                    .Token
                    .ValueText,
                InterpolatedStringTextSyntax text => text.TextToken.ValueText,
                _ => "",
            };
            if (noun.Length > 0)
            {
                yield return noun;
            }
        }
    }

    private static bool IsBusiness(string word) =>
        Plurals.Any(plural =>
            word.EndsWith(plural, StringComparison.Ordinal) && BusinessNouns.Contains(word[..^plural.Length])
        );

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"^[{}()\[\];,]+$", RegexOptions.None, 1000)]
    private static partial Regex OnlyPunctuation();
}
