using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// A keyset position in a sorted list: the last row's key, a text or an instant, and its id. Without a key it stands among
/// those who have none. Opaque to clients: base64url of the sort, the id and the key.
/// </summary>
internal sealed record SortCursor(ContactSort Sort, Guid Id, string? Key)
{
    public DateTimeOffset At => new(long.Parse(Key!, CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static SortCursor Of(ContactSort sort, Guid id, DateTimeOffset? at) =>
        new(sort, id, at?.UtcTicks.ToString(CultureInfo.InvariantCulture));

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Sort.Code}\n{Id:N}\n{(Key is null ? "-" : $"={Key}")}"));

    /// <summary>Null is the first page. False if it is not one of ours, or of another sort.</summary>
    public static bool TryRead(string? text, ContactSort sort, out SortCursor? cursor)
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

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n', 3);
        if (parts.Length != 3 || parts[0] != sort.Code || !Guid.TryParseExact(parts[1], "N", out var id))
        {
            return false;
        }

        var key = parts[2].StartsWith('=') ? parts[2][1..] : null;
        cursor = new SortCursor(sort, id, key);
        return key is null ? sort.HasNone && parts[2] == "-"
            : sort.IsByName ? IsName(key)
            : IsInstant(key);
    }

    private static bool IsName(string key) => !key.Contains('\0', StringComparison.Ordinal);

    private static bool IsInstant(string key) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.UtcTicks;
}
