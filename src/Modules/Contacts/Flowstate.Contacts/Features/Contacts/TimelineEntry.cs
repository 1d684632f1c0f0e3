using System.Text.Json;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// One thing that happened: <c>touch fact followUp move send snooze</c>. <paramref name="Title"/> says it in a few words,
/// <paramref name="Detail"/> is what people wrote, <paramref name="Data"/> the codes behind it.
/// </summary>
internal sealed record TimelineEntry(
    Guid Id,
    string Kind,
    DateTimeOffset At,
    string Title,
    string? Detail,
    TimelineEntry.Person? By,
    IReadOnlyDictionary<string, object?> Data
)
{
    internal sealed record Person(Guid Id, string Name);

    internal sealed class Row
    {
        public Guid? Id { get; set; }
        public string? Kind { get; set; }
        public DateTimeOffset? At { get; set; }
        public Guid? ByMemberId { get; set; }
        public string? ByName { get; set; }
        public string? A { get; set; }
        public string? B { get; set; }
        public string? C { get; set; }
        public string? Text { get; set; }
        public DateTimeOffset? Until { get; set; }
        public string[]? Missing { get; set; }
        public string[]? Labels { get; set; }
    }

    public static TimelineEntry Of(Row row)
    {
        var (title, detail, data) = row.Kind switch
        {
            "touch" => (TouchTitle(row), row.Text, Codes(("channel", row.A), ("direction", row.B), ("outcome", row.C))),
            "fact" => (
                FactTypes.Read(row.A!)!.Value.Words(),
                null,
                Codes(("type", row.A), ("source", row.B), ("properties", Json(row.Text)))
            ),
            "move" => (
                MoveTitle(row),
                row.Text,
                Codes(("from", row.A), ("to", row.B), ("forced", row.C == "true"), ("missing", row.Missing ?? []))
            ),
            "send" => ($"Words sent by {Channel(row.A)}", row.Text, Codes(("channel", row.A))),
            "snooze" => ("Put off", row.Text, Codes(("until", row.Until))),
            _ => (
                row.B == "done" ? $"Done: {row.C}" : $"Dropped: {row.C}",
                row.Text,
                Codes(("kind", row.A), ("status", row.B), ("dueAt", row.Until))
            ),
        };
        var by = row.ByMemberId is { } id ? new Person(id, row.ByName ?? "A member") : null;
        return new TimelineEntry(row.Id!.Value, row.Kind!, row.At!.Value, title, detail, by, data);
    }

    private static string TouchTitle(Row row) =>
        (row.A, row.C) switch
        {
            ("note", _) => "Note",
            (_, "noAnswer") => $"No answer by {Channel(row.A)}",
            (_, "noThanks") => $"Said no, thanks by {Channel(row.A)}",
            _ => row.B == "in" ? $"They reached out by {Channel(row.A)}" : $"Reached by {Channel(row.A)}",
        };

    private static string MoveTitle(Row row)
    {
        var to = new StageLabels(row.Labels ?? []).Of(Stages.OfCode(row.B!));
        return row.A is null ? $"Imported as {to}"
            : row.C == "true" ? $"Moved to {to} by force"
            : row.Missing is { Length: > 0 } ? $"Moved to {to} past its gate"
            : $"Moved to {to}";
    }

    private static string Channel(string? code) =>
        code switch
        {
            "whatsapp" => "WhatsApp",
            "sms" => "SMS",
            "dm" => "direct message",
            "other" => "another way",
            _ => code ?? "another way",
        };

    private static JsonElement? Json(string? text) => text is null ? null : JsonElement.Parse(text);

    private static Dictionary<string, object?> Codes(params (string Name, object? Value)[] data) =>
        data.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
}
