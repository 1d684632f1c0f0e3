using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Flowstate.Contacts.Features.Duplicates;

/// <summary>A keyset position among pairs. Opaque to clients: base64url of <c>strength.left.right</c>.</summary>
internal readonly record struct PairCursor(short Strength, Guid Left, Guid Right)
{
    public override string ToString() =>
        Base64Url.EncodeToString(
            Encoding.ASCII.GetBytes($"{Strength.ToString(CultureInfo.InvariantCulture)}.{Left:N}.{Right:N}")
        );

    /// <summary>Null or empty is the first page. False if it is not one of ours.</summary>
    public static bool TryRead(string? text, out PairCursor? cursor)
    {
        cursor = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        if (
            parts.Length != 3
            || !short.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var strength)
            || !Guid.TryParseExact(parts[1], "N", out var left)
            || !Guid.TryParseExact(parts[2], "N", out var right)
        )
        {
            return false;
        }

        cursor = new PairCursor(strength, left, right);
        return true;
    }
}
