using System.Buffers.Text;
using System.Text;

namespace Flowstate.Host.Tests.Injection;

/// <summary>Texts that end a literal, open a comment or bring a statement along. Short: most texts are cut at 100.</summary>
internal static class Payload
{
    /// <summary>A call that leaves a trace, also where its transaction is rolled back.</summary>
    private const string Sting = $"nextval('{Trap.Sequence}')";

    private static readonly string[] Stinging =
    [
        $"'; select {Sting}--",
        $"'); select {Sting}--",
        $"%'); select {Sting}--",
        $"\"; select {Sting}--",
        $"1; select {Sting}--",
        $"1 and {Sting} > 0",
        $"' || {Sting} || '",
        $"x' or {Sting} > 0 or 'a'='",
        $"\\'; select {Sting}--",
        $"\\' or {Sting} > 0--",
        $"$$; select {Sting}; select $$",
        $"$1; select {Sting}--",
        $"@ws; select {Sting}--",
        $"*/ select {Sting} /*",
        $"(select {Sting})",
        $"id, (select {Sting})",
        $"created_at desc; select {Sting}--",
        $"{{{Sting}}}",
        $"{{\"}}'; select {Sting}--",
        $"'; select pg_sleep(3), {Sting}--",
        $"00000000-0000-0000-0000-000000000000'; select {Sting}--",
        $"2026-01-01'; select {Sting}--",
        $"lead'; select {Sting}--",
        // Apostrophes that are none until somebody folds them.
        $"\u02BC; select {Sting.Replace('\'', '\u02BC')}--",
        $"\u2019; select {Sting}--",
        $"\uFF07; select {Sting}--",
    ];

    private static readonly string[] Breaking =
    [
        "'",
        "''",
        "abc'",
        "'''",
        "\"",
        "\\",
        "abc\\",
        "%",
        "abc%",
        "_",
        "%%%",
        "\\%\\",
        "--",
        "/*",
        "*/",
        ";",
        "$$",
        "$1",
        "@take",
        "{0}",
        "abc\0",
        "\uD83D\uDE00'",
        "' or '1'='1",
        "abc\r\n\t'",
    ];

    // No text at all: half a surrogate, a byte that begins nothing.
    private static readonly string[] Raw = ["%ED%A0%80", "%FF%FE", "%C0%A7", "abc%"];

    /// <summary>Escaped for a query or a path.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Stinging.Concat(Breaking).Append(new string('\'', 2_000)).Select(Uri.EscapeDataString),
        // What cursors are made of.
        .. Stinging.Select(text => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))),
        .. Stinging
            .Take(4)
            .Select(text => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"638700000000000000.{text}"))),
        .. Raw,
    ];
}
