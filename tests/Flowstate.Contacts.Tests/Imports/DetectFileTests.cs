using static Flowstate.Contacts.Tests.Imports.AddressBook;

namespace Flowstate.Contacts.Tests.Imports;

public sealed class DetectFileTests
{
    [Theory]
    [InlineData(new byte[0], "contacts.import-empty")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0, 6, 0 }, "contacts.import-spreadsheet")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, "contacts.import-spreadsheet")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16 }, "contacts.import-binary")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "contacts.import-binary")]
    [InlineData(new byte[] { 1, 2, 3, 0, 0, 0, 7, 8, 9, 1, 2, 65, 66 }, "contacts.import-binary")]
    public void What_is_no_text_is_refused(byte[] bytes, string code) => Detect(bytes).Error!.Code.ShouldBe(code);

    [Theory]
    [InlineData("Ana,ana@example.com\nBea,bea@example.com\n", "contacts.csv", "contacts.import-no-header")]
    [InlineData("Ana;22334455\n", "contacts.csv", "contacts.import-no-header")]
    [InlineData("First name,E-mail\n", "contacts.csv", "contacts.import-no-contact")]
    [InlineData("First name,E-mail\n,\n\n , \n", "contacts.csv", "contacts.import-no-contact")]
    [InlineData("\n\n \n", "contacts.csv", "contacts.import-empty")]
    [InlineData("hello", "contacts.vcf", "contacts.import-no-contact")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "x.ics", "contacts.import-no-contact")]
    public void Text_without_a_contact_is_refused(string text, string name, string code) =>
        Detect(Bytes(text), name).Error!.Code.ShouldBe(code);

    [Theory]
    [InlineData("BEGIN:VCARD\nVERSION:2.1\nFN:A\nEND:VCARD", "vCard 2.1", null)]
    [InlineData("begin:vcard\r\nversion:4.0\r\nFN:A\r\nend:vcard", "vCard 4.0", null)]
    [InlineData("\n\nBEGIN:VCARD\nFN:A\nEND:VCARD", "vCard 3.0", null)]
    [InlineData("sep=;\nName;Phone\nAna, the first;1\n", "CSV", ';')]
    [InlineData("My contacts, exported\n\nName\tE-mail\nAna\tx\n", "CSV", '\t')]
    [InlineData("email\nana@example.com\n", "CSV", ',')]
    public void The_kind_does_not_depend_on_the_file_s_name(string text, string format, char? delimiter)
    {
        var found = Detect(Bytes(text), "download").Value;
        (found.Format, found.Delimiter).ShouldBe((format, delimiter));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16BE", "utf-16BE")]
    public void The_encoding_is_told(string charset, string expected) =>
        Detect(Bytes("Navn,Telefon\nBjørn Ødegård,22334455\n", charset))
            .Value.Encoding.WebName.ShouldBe(expected, StringCompareShould.IgnoreCase);
}
