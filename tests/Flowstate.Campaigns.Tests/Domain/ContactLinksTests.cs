using CsCheck;
using Flowstate.Campaigns.Domain;

namespace Flowstate.Campaigns.Tests.Domain;

public sealed class ContactLinksTests
{
    private static readonly string[] Special = ["&", "?", "#", "+", "%", "%20", "\r\n", "="];
    private const string Hard = "Tom & Jerry + 50 % = #1?\nline two 🎉 ø";

    [Fact]
    public void WhatsApp_takes_the_number_without_its_plus() =>
        ContactLinks
            .WhatsApp("+4790123456", Hard)
            .ShouldBe(
                "https://wa.me/4790123456?text=Tom%20%26%20Jerry%20%2B%2050%20%25%20%3D%20%231%3F%0Aline%20two%20%F0%9F%8E%89%20%C3%B8"
            );

    [Fact]
    public void A_text_message_keeps_the_plus_of_the_number_and_escapes_that_of_the_text() =>
        ContactLinks.Sms("+4790123456", "1+1 & more").ShouldBe("sms:+4790123456?body=1%2B1%20%26%20more");

    [Fact]
    public void Mail_lines_end_as_the_standard_says() =>
        ContactLinks
            .Mail("a+b&c@example.org", "Ready?", "one\ntwo\r\nthree")
            .ShouldBe("mailto:a%2Bb%26c@example.org?subject=Ready%3F&body=one%0D%0Atwo%0D%0Athree");

    [Fact]
    public void Mail_without_a_subject_has_none() =>
        ContactLinks.Mail("ana@example.org", null, "Hi").ShouldBe("mailto:ana@example.org?body=Hi");

    [Fact]
    public void Whatever_is_written_comes_out_of_the_link_again() =>
        WellFormed.Sample(text =>
            Query(ContactLinks.WhatsApp("+4790123456", text), "text=") == text
            && Query(ContactLinks.Sms("+4790123456", text), "body=") == text
            && (text is "" || Query(ContactLinks.Mail("ana@example.org", text, "b"), "subject=") == text)
        );

    // Half a surrogate pair is no text; every whole one is.
    private static readonly Gen<string> WellFormed = Gen.OneOf(
            Gen.Char['\u0000', '\ud7ff'].Select(letter => letter.ToString()),
            Gen.Int[0x10000, 0x10ffff].Select(char.ConvertFromUtf32),
            Gen.Int[0, Special.Length - 1].Select(index => Special[index])
        )
        .Array[0, 20]
        .Select(string.Concat);

    private static string Query(string url, string name)
    {
        var from = url.IndexOf(name, StringComparison.Ordinal) + name.Length;
        var to = url.IndexOf('&', from);
        return Uri.UnescapeDataString(to < 0 ? url[from..] : url[from..to]);
    }
}
