using System.Security.Cryptography;
using Flowstate.Shared.Identity;
using Microsoft.Extensions.Configuration;

namespace Flowstate.Shared.Secrets;

/// <summary>
/// The keys that seal values: <c>Secrets:Keys:&lt;id&gt;</c> or the lines <c>id:key</c> of <c>Secrets:KeyFile</c>, 32
/// bytes in base64 each. Old ones open, the current one seals.
/// </summary>
public sealed class SealingKeys
{
    public const int Length = 32;

    private SealingKeys(IReadOnlyDictionary<string, byte[]> all, string current) => (All, Current) = (all, current);

    public string Current { get; }

    internal IReadOnlyDictionary<string, byte[]> All { get; }

    /// <exception cref="InvalidOperationException">A key is missing, short or none.</exception>
    public static SealingKeys Load(IConfiguration configuration)
    {
        var texts = configuration
            .GetSection("Secrets:Keys")
            .GetChildren()
            .ToDictionary(key => key.Key, key => key.Value);
        if (texts.Count == 0)
        {
            var file = configuration["Secrets:KeyFile"] is { Length: > 0 } named ? named : Made(configuration);
            texts = File.ReadLines(file)
                .Where(line => line.Trim().Length > 0)
                .Select(line => line.Trim().Split(':', 2))
                .ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1));
        }

        var keys = texts.ToDictionary(key => key.Key, key => Read(key.Key, key.Value));
        var current = configuration["Secrets:CurrentKey"] ?? (keys.Count == 1 ? keys.Keys.First() : "");
        return keys.ContainsKey(current)
            ? new SealingKeys(keys, current)
            : throw new InvalidOperationException($"Secrets:CurrentKey: there is no key '{current}'.");
    }

    private static string Made(IConfiguration configuration)
    {
        var file = KeyFile.Path(configuration, "sealing-keys");
        KeyFile.Ensure(file, () => $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length))}\n");
        return file;
    }

    // A key of few different bytes was typed, not drawn.
    private static byte[] Read(string id, string? text)
    {
        var key = new byte[Length + 1];
        return
            Convert.TryFromBase64String(text ?? "", key, out var read)
            && read == Length
            && key.Take(Length).Distinct().Count() > Length / 2
            && id.All(char.IsAsciiLetterOrDigit)
            ? key[..Length]
            : throw new InvalidOperationException(
                $"Secrets: key '{id}' is not {Length} random bytes in base64 under a name of letters and digits. "
                    + "Make one with: openssl rand -base64 32"
            );
    }
}
