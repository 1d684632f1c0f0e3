using System.Text.RegularExpressions;

namespace Flowstate.Architecture.Tests;

/// <summary>Papers that can be compared with the code are.</summary>
public sealed partial class Papers
{
    private const int LongestDecision = 40;

    private static string Root => Codebase.Flowstate.Root;

    [Fact]
    public void The_stages_paper_says_what_the_code_reads_and_writes()
    {
        var contacts = Codebase.Flowstate.Modules.Single(module => module.Name == "Contacts").Runtime;
        var vocabularies = contacts.GetType("Flowstate.Contacts.Domain.Vocabularies", throwOnError: true)!;
        var stages = contacts.GetType("Flowstate.Contacts.Domain.Stage", throwOnError: true)!;
        var names = ((IEnumerable<string>)vocabularies.GetProperty("Names")!.GetValue(null)!).Order().ToArray();
        var rows = Enum.GetValues(stages)
            .Cast<object>()
            .Select(stage =>
                $"| {System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(stage.ToString()!)} | "
                + string.Join(" | ", names.Select(name => vocabularies.GetMethod("Label")!.Invoke(null, [stage, name])))
                + " |"
            );
        var expected = string.Join(
            '\n',
            rows.Prepend($"|{string.Concat(Enumerable.Repeat("---|", names.Length + 1))}")
                .Prepend($"| code | {string.Join(" | ", names)} |")
        );

        File.ReadAllText(Path.Combine(Root, "docs", "stages.md")).ShouldContain(expected);
    }

    [Fact]
    public void Every_setting_the_code_reads_is_in_the_configuration_paper()
    {
        var paper = File.ReadAllText(Path.Combine(Root, "docs", "configuration.md"));
        Verdict
            .On(
                Codebase.Flowstate.Sources("src").SelectMany(file => Settings().Matches(file.Text)),
                setting =>
                {
                    var name = setting.Groups["name"].Value;
                    name = setting.Value.StartsWith("GetConnectionString", StringComparison.Ordinal)
                        ? $"ConnectionStrings:{name}"
                        : name;
                    return paper.Contains($"`{name}", StringComparison.Ordinal) ? [] : [$"{name} is not described"];
                }
            )
            .ShouldHold();
    }

    [Fact]
    public void Every_setting_of_messaging_is_in_the_configuration_paper()
    {
        var paper = File.ReadAllText(Path.Combine(Root, "docs", "configuration.md"));
        Verdict
            .On(
                typeof(Shared.Messaging.MessagingOptions).GetProperties(),
                option =>
                    paper.Contains($"`Messaging:{option.Name}`", StringComparison.Ordinal)
                        ? []
                        : [$"Messaging:{option.Name} is not described"]
            )
            .ShouldHold();
    }

    [Fact]
    public void Every_decision_fits_on_a_page() =>
        Verdict
            .On(
                Directory.EnumerateFiles(Path.Combine(Root, "docs", "adr"), "*.md"),
                file =>
                    File.ReadAllLines(file).Length is var lines and > LongestDecision
                        ? [$"{Path.GetFileName(file)} has {lines} lines"]
                        : []
            )
            .ShouldHold();

    [Fact]
    public void Every_link_between_papers_leads_somewhere() =>
        Verdict
            .On(
                Directory
                    .EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
                    .Concat(Directory.EnumerateFiles(Root, "*.md"))
                    .SelectMany(
                        file => Links().Matches(File.ReadAllText(file)),
                        (file, link) => (file, link.Groups["to"].Value)
                    ),
                found =>
                    Path.Exists(Path.Combine(Path.GetDirectoryName(found.file)!, found.Value))
                        ? []
                        : [$"{Path.GetRelativePath(Root, found.file)} links to {found.Value}"]
            )
            .ShouldHold();

    [GeneratedRegex(
        """(\bGetConnectionString\(|[Cc]onfiguration\[|\bGetValue(<[^>]+>)?\(\s*|GetSection\()"(?<name>[A-Za-z_:]+)"(,\s|\)|\])""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Settings();

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)(?<to>[^)#\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
