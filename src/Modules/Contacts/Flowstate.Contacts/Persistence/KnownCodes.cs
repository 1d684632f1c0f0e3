using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Flowstate.Contacts.Persistence;

/// <summary>A column that holds an enum's codes takes no other: whoever writes past the model is told at once.</summary>
internal static class KnownCodes
{
    public static void CheckCodes(this ModelBuilder modelBuilder)
    {
        var own = modelBuilder
            .Model.GetEntityTypes()
            .Where(type => type.ClrType.Assembly == typeof(KnownCodes).Assembly);
        foreach (var type in own.ToList())
        {
            foreach (var property in type.GetProperties().ToList())
            {
                Check(type, property);
            }
        }
    }

    private static void Check(IMutableEntityType type, IMutableProperty property)
    {
        var kind = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (
            !kind.IsEnum
            || property.GetValueConverter() is not { } converter
            || converter.ProviderClrType != typeof(string)
        )
        {
            return;
        }

        var codes = Enum.GetValues(kind).Cast<object>().Select(value => $"'{converter.ConvertToProvider(value)}'");
        var column = property.GetColumnName();
        type.AddCheckConstraint($"ck_{type.GetTableName()}_{column}", $"{column} in ({string.Join(", ", codes)})");
    }
}
