using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Flowstate.Identity.Tests;

/// <summary>
/// A device with a browser, as WebAuthn has them: it makes an ES256 key for a domain and signs with it. What it writes is
/// made here byte by byte, so that no library of the module's own agrees with itself.
/// </summary>
internal sealed class Device(string domain, string origin)
{
    private const byte Present = 1;
    private const byte Verified = 4;
    private const byte WithKey = 64;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _owner = "";

    /// <summary>The page that asks; a phisher's is another.</summary>
    public string Origin { get; set; } = origin;

    /// <summary>Zero on devices that do not count.</summary>
    public uint Count { get; set; }

    /// <summary>Whether it saw a finger, a face or a PIN.</summary>
    public bool Verifies { get; set; } = true;

    public object Create(JsonElement options)
    {
        _owner = options.GetProperty("user").GetProperty("id").GetString()!;
        var point = _key.ExportParameters(false).Q;
        byte[] cose =
        [
            0xA5,
            0x01,
            0x02,
            0x03,
            0x26,
            0x20,
            0x01,
            0x21,
            0x58,
            32,
            .. point.X!,
            0x22,
            0x58,
            32,
            .. point.Y!,
        ];
        byte[] data = [.. Head(WithKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose];
        byte[] attestation =
        [
            0xA3,
            .. Text("fmt"),
            .. Text("none"),
            .. Text("attStmt"),
            0xA0,
            .. Text("authData"),
            0x59,
            (byte)(data.Length >> 8),
            (byte)data.Length,
            .. data,
        ];
        return Answer(
            new
            {
                clientDataJSON = Encode(ClientData("webauthn.create", options)),
                attestationObject = Encode(attestation),
                transports = new[] { "internal" },
            }
        );
    }

    public object Sign(JsonElement options)
    {
        var client = ClientData("webauthn.get", options);
        var data = Head(0);
        return Answer(
            new
            {
                clientDataJSON = Encode(client),
                authenticatorData = Encode(data),
                signature = Encode(
                    _key.SignData(
                        [.. data, .. SHA256.HashData(client)],
                        HashAlgorithmName.SHA256,
                        DSASignatureFormat.Rfc3279DerSequence
                    )
                ),
                userHandle = _owner,
            }
        );
    }

    /// <summary>Says that its key is somebody else's.</summary>
    public void Claim(Device other) => _owner = other._owner;

    private object Answer(object response) =>
        new
        {
            id = Encode(_id),
            rawId = Encode(_id),
            type = "public-key",
            clientExtensionResults = new { },
            response,
        };

    private byte[] Head(byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        var seen = (byte)(flags | Present | (Verifies ? Verified : 0));
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), seen, .. count];
    }

    private byte[] ClientData(string type, JsonElement options) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge = options.GetProperty("challenge").GetString(),
                origin = Origin,
                crossOrigin = false,
            }
        );

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.UTF8.GetBytes(text)];

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
