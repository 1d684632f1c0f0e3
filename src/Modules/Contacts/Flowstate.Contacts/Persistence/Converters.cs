using Flowstate.Contacts.Domain;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Flowstate.Contacts.Persistence;

internal sealed class StageConverter()
    : ValueConverter<Stage, string>(stage => stage.Code(), code => Stages.OfCode(code));

internal sealed class FactTypeConverter()
    : ValueConverter<FactType, string>(type => type.Code(), code => FactTypes.Read(code)!.Value);

/// <summary>An enum as its camelCase code, the same in the database as on the wire.</summary>
internal sealed class CodeConverter<TEnum>()
    : ValueConverter<TEnum, string>(value => Code.Of(value), code => Code.Read<TEnum>(code)!.Value)
    where TEnum : struct, Enum;
