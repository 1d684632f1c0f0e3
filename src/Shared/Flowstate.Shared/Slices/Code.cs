using System.Text.Json;

namespace Flowstate.Shared.Slices;

/// <summary>The camelCase code of an enum value, as it is stored and sent.</summary>
public static class Code
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Codes<TEnum>.Texts[Array.IndexOf(Codes<TEnum>.Values, value)];

    /// <summary>Null where no value has this code.</summary>
    public static TEnum? Read<TEnum>(string? code)
        where TEnum : struct, Enum
    {
        var index = Array.IndexOf(Codes<TEnum>.Texts, code);
        return index < 0 ? null : Codes<TEnum>.Values[index];
    }

    public static string[] All<TEnum>()
        where TEnum : struct, Enum => [.. Codes<TEnum>.Texts];

    private static class Codes<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly TEnum[] Values = Enum.GetValues<TEnum>();

        public static readonly string[] Texts = Array.ConvertAll(
            Values,
            value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString())
        );
    }
}
