using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests;

/// <summary>An authenticator app by the letter of RFC 6238, with nothing of the module's own.</summary>
internal sealed class Phone(byte[] secret, TimeProvider clock)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Signed in, the owner of the visitor scans the picture.</summary>
    public static async Task<Phone> Scan(Visitor visitor, TimeProvider clock)
    {
        var started = await visitor.Post("me/totp", new { password = IdentityTest.Password }).Data<JsonElement>();
        return new Phone(FromBase32(started.GetProperty("secret").GetString()!), clock);
    }

    /// <summary>Scans, confirms, and comes back with the recovery codes, half a minute later.</summary>
    public static async Task<(Phone Phone, string[] Codes)> SetUp<TModule>(Visitor visitor, ModuleHarness<TModule> host)
        where TModule : Shared.Modules.IModule, new()
    {
        var phone = await Scan(visitor, host.Clock);
        var confirmed = await visitor.Post("me/totp/confirm", new { code = phone.Code() }).Data<JsonElement>();
        // The code that confirmed is spent.
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        return (phone, confirmed.GetProperty("recoveryCodes").Deserialize<string[]>()!);
    }

    /// <summary>What it shows now, or so many half minutes from now.</summary>
    public string Code(int later = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (clock.GetUtcNow().ToUnixTimeSeconds() / 30) + later);
#pragma warning disable CA5350 // RFC 6238's own
        var mac = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 15)) & int.MaxValue;
        return $"{number % 1_000_000:D6}";
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(
            text.Select(letter =>
                Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')
            )
        );
        return
        [
            .. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2)),
        ];
    }
}
