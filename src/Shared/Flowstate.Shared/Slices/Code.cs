using System.Text.Json;

namespace Flowstate.Shared.Slices;

/// <summary>The camelCase code of an enum value, as it is stored and sent.</summary>
public static class Code
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Null where no value has this code.</summary>
    public static TEnum? Read<TEnum>(string? code)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (Of(value) == code)
            {
                return value;
            }
        }

        return null;
    }

    public static string[] All<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(Of)];
}
