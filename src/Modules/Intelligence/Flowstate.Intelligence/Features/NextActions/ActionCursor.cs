using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Flowstate.Intelligence.Features.NextActions;

/// <summary>
/// A place in the list as it stood at <paramref name="AsOf"/>: pages are cut from one moment, since priorities climb
/// while one reads. Opaque to clients: base64url.
/// </summary>
internal readonly record struct ActionCursor(DateTimeOffset AsOf, int Priority, DateTimeOffset DueAt, Guid ContactId)
{
    /// <summary>Above every priority there is.</summary>
    private const int Top = 1000;

    public static ActionCursor Start(DateTimeOffset now) => new(now, Top, DateTimeOffset.UnixEpoch, Guid.Empty);

    public override string ToString() =>
        Base64Url.EncodeToString(
            Encoding.ASCII.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{AsOf.UtcTicks}.{Priority}.{DueAt.UtcTicks}.{ContactId:N}"
                )
            )
        );

    /// <summary>Null if it is not one of ours.</summary>
    public static ActionCursor? Read(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        return
            parts.Length == 4
            && Instant(parts[0]) is { } asOf
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var priority)
            && priority < Top
            && Instant(parts[2]) is { } dueAt
            && Guid.TryParseExact(parts[3], "N", out var contactId)
            ? new ActionCursor(asOf, priority, dueAt, contactId)
            : null;
    }

    private static DateTimeOffset? Instant(string ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value >= DateTimeOffset.UnixEpoch.UtcTicks
        && value < new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks
            ? new DateTimeOffset(value, TimeSpan.Zero)
            : null;
}
