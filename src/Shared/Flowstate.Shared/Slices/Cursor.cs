using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Flowstate.Shared.Slices;

/// <summary>
/// A keyset position: the sort instant (microseconds, as PostgreSQL keeps it) and the id that breaks ties.
/// Opaque to clients: base64url of <c>ticks.id</c>.
/// </summary>
public readonly record struct Cursor(DateTimeOffset At, Guid Id)
{
    public static readonly Error Unreadable = new(ErrorKind.Invalid, "bad-cursor", "The cursor is not one of ours.");

    public override string ToString() =>
        Base64Url.EncodeToString(
            Encoding.ASCII.GetBytes($"{At.UtcTicks.ToString(CultureInfo.InvariantCulture)}.{Id:N}")
        );

    /// <summary>Reads a cursor; null or empty means the first page. False if it is not one of ours.</summary>
    public static bool TryRead(string? text, out Cursor? cursor)
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
            parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.UtcTicks
            || !Guid.TryParseExact(parts[1], "N", out var id)
        )
        {
            return false;
        }

        cursor = new Cursor(new DateTimeOffset(ticks, TimeSpan.Zero), id);
        return true;
    }
}
