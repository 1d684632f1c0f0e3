using System.Text.Json;
using System.Text.Json.Serialization;

namespace Flowstate.Contacts.Features.Views;

/// <summary>
/// Any JSON whose text can be read. A <see cref="JsonElement"/> alone takes in bytes that are no UTF-8, and throws when its
/// text is asked for.
/// </summary>
internal sealed class ReadableJson : JsonConverter<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        try
        {
            _ = element.GetRawText();
            return element;
        }
        catch (InvalidOperationException unreadable)
        {
            throw new JsonException("The text is not UTF-8.", unreadable);
        }
    }

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) =>
        value.WriteTo(writer);
}
