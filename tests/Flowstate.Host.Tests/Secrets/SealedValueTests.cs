using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Flowstate.Shared.Secrets;
using Microsoft.Extensions.Configuration;

namespace Flowstate.Host.Tests.Secrets;

public sealed class SealedValueTests
{
    private static readonly string K1 = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly string K2 = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly SealedValues _values = Values(("Secrets:Keys:k1", K1));

    [Fact]
    public void What_was_sealed_opens_to_the_same_bytes() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.String[0, 20], Gen.String[0, 20])
            .Sample(
                (bytes, purpose, owner) =>
                    _values.Open(purpose, owner, _values.Seal(purpose, owner, bytes)).AsSpan().SequenceEqual(bytes)
            );

    [Fact]
    public void The_same_value_never_looks_the_same_and_says_its_key()
    {
        var sealings = Enumerable.Range(0, 1_000).Select(_ => _values.Seal("totp", "1", "secret"u8)).ToList();

        sealings.Distinct(StringComparer.Ordinal).Count().ShouldBe(1_000);
        sealings
            .TrueForAll(text =>
                text.StartsWith("v1:k1:", StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(6))
            )
            .ShouldBeTrue();
    }

    [Fact]
    public void A_changed_character_anywhere_is_noticed()
    {
        var text = _values.Seal("totp", "users/1", "secret"u8);
        for (var at = 0; at < text.Length; at++)
        {
            var changed = new StringBuilder(text) { [at] = text[at] == 'A' ? 'B' : 'A' }.ToString();
            // The last character may hold bits that say nothing.
            if (at < text.Length - 1)
            {
                Should.Throw<CryptographicException>(() => _values.Open("totp", "users/1", changed), changed);
            }
        }

        foreach (var length in Enumerable.Range(0, text.Length))
        {
            Should.Throw<CryptographicException>(() => _values.Open("totp", "users/1", text[..length]));
        }
    }

    [Theory]
    [InlineData("totp", "users/2")]
    [InlineData("webhook", "users/1")]
    [InlineData("totpu", "sers/1")]
    [InlineData("", "totpusers/1")]
    public void Moved_to_another_row_or_purpose_it_does_not_open(string purpose, string owner) =>
        Should.Throw<CryptographicException>(() =>
            _values.Open(purpose, owner, _values.Seal("totp", "users/1", "secret"u8))
        );

    [Fact]
    public void An_old_key_opens_and_a_forgotten_one_does_not()
    {
        var old = _values.Seal("totp", "1", "secret"u8);
        var both = Values(("Secrets:Keys:k1", K1), ("Secrets:Keys:k2", K2), ("Secrets:CurrentKey", "k2"));

        both.Open("totp", "1", old).ShouldBe("secret"u8.ToArray());
        both.Seal("totp", "1", "secret"u8).ShouldStartWith("v1:k2:");
        Should.Throw<CryptographicException>(() => Values(("Secrets:Keys:k2", K2)).Open("totp", "1", old));
        Should.Throw<CryptographicException>(() => Values(("Secrets:Keys:k1", K2)).Open("totp", "1", old));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("Y2hhbmdlbWVjaGFuZ2VtZWNoYW5nZW1lY2hhbmdlbWU=")]
    public void A_key_that_is_short_or_was_typed_is_refused(string key) =>
        Should
            .Throw<InvalidOperationException>(() => Values(("Secrets:Keys:k1", key)))
            .Message.ShouldContain("openssl rand");

    [Fact]
    public void Which_of_several_keys_seals_has_to_be_said() =>
        Should
            .Throw<InvalidOperationException>(() => Values(("Secrets:Keys:k1", K1), ("Secrets:Keys:k2", K2)))
            .Message.ShouldContain("Secrets:CurrentKey");

    [Fact]
    public void Without_a_setting_a_key_is_made_that_its_user_alone_can_read()
    {
        using var folder = Machine.Folder();
        var first = Values(("Flowstate:DataDirectory", folder.Under("data")));
        var text = first.Seal("totp", "1", "secret"u8);

        Values(("Flowstate:DataDirectory", folder.Under("data")))
            .Open("totp", "1", text)
            .ShouldBe("secret"u8.ToArray());
        File.GetUnixFileMode(folder.Under("data/sealing-keys"))
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    internal static SealedValues Values(params (string Name, string Value)[] settings) =>
        new(
            SealingKeys.Load(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(settings.ToDictionary(set => set.Name, set => (string?)set.Value))
                    .Build()
            )
        );
}
