using CsCheck;
using Flowstate.Campaigns.Domain;

namespace Flowstate.Campaigns.Tests.Domain;

public sealed class RenderWordsTests
{
    private static readonly string[] Marks = ["{{", "}}", "|", "{{firstName}}", "{{x|", " "];

    private static readonly IReadOnlyDictionary<string, string?> Ana = new Addressee(
        "Ana",
        "Ana Lindqvist",
        null,
        "Mia Berg",
        "Nordlys"
    ).Variables;

    [Theory]
    [InlineData("Hi {{firstName}}, it's {{myName}}.", "Hi Ana, it's Mia.")]
    [InlineData("Hi {{ firstName | there }}!", "Hi Ana!")]
    [InlineData("At {{organisation|your company}}", "At your company")]
    [InlineData("{{FIRSTNAME}}", "Ana")]
    [InlineData("Nothing to fill", "Nothing to fill")]
    [InlineData("{{firstName", "{{firstName")]
    [InlineData("a }} b {{firstName}} {", "a }} b Ana {")]
    public void Variables_are_filled(string template, string words) =>
        RenderWords.Render(template, Ana).Text.ShouldBe(words);

    [Fact]
    public void An_unknown_variable_is_empty_and_reported_once()
    {
        var rendered = RenderWords.Render("a{{salary}}b{{salary}}c{{organisation}}", Ana);
        rendered.Text.ShouldBe("abc");
        rendered.Missing.ShouldBe(["salary", "organisation"]);
    }

    [Fact]
    public void An_empty_value_with_a_fallback_is_not_missing() =>
        RenderWords.Render("{{organisation|your company}}", Ana).Missing.ShouldBeEmpty();

    [Fact]
    public void A_value_that_looks_like_a_variable_is_text()
    {
        var values = new Addressee("{{name}}", "Ana", null, null, null).Variables;
        RenderWords.Render("Hi {{firstName}}", values).Text.ShouldBe("Hi {{name}}");
    }

    [Fact]
    public void Any_text_can_be_rendered() =>
        Gen.Select(Gen.String, Gen.Int[0, Marks.Length - 1].Select(index => Marks[index]))
            .Array[0, 8]
            .Sample(parts =>
            {
                var rendered = RenderWords.Render(string.Concat(parts.Select(part => part.Item1 + part.Item2)), Ana);
                return rendered.Missing.Distinct(StringComparer.OrdinalIgnoreCase).Count() == rendered.Missing.Count;
            });

    [Fact]
    public void Plain_text_stays_as_it_is() =>
        Gen
            .String.Where(text => !text.Contains("{{", StringComparison.Ordinal))
            .Sample(text => RenderWords.Render(text, Ana) is { Missing: [] } once && once.Text == text);
}
