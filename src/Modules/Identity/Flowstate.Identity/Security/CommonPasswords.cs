using System.Collections.Frozen;
using Flowstate.Shared.Slices;

namespace Flowstate.Identity.Security;

/// <summary>
/// The thirty thousand passwords that are tried first, from the list that zxcvbn-core brings along. Upper and lower case
/// are one: "Password1" is as easily guessed as "password1".
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "zxcvbn-core.Dictionaries.passwords.lst";

    private static readonly Lazy<FrozenSet<string>> Known = new(Load);

    private static readonly Error Common = new(
        ErrorKind.Invalid,
        "identity.common-password",
        "Many people use this password, so it is tried first. Choose another."
    );

    /// <summary>The refusal, naming the field it is for; null where the password is not on the list.</summary>
    public static Error? Refuse(string password, string field = "password") =>
        Known.Value.Contains(Composed.Of(password).ToLowerInvariant())
            ? Common with
            {
                Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [Common.Message] },
            }
            : null;

    private static FrozenSet<string> Load()
    {
        using var stream =
            typeof(Zxcvbn.Result).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"zxcvbn-core no longer holds {Resource}.");
        using var reader = new StreamReader(stream);
        List<string> words = [];
        while (reader.ReadLine() is { } line)
        {
            // Shorter ones are refused for their length.
            if (line.Trim() is { Length: >= Passwords.MinimumLength } word)
            {
                words.Add(word.ToLowerInvariant());
            }
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
