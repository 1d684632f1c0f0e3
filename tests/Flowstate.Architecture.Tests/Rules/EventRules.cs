using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Flowstate.Abstractions;
using Flowstate.Shared.Messaging;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Flowstate.Architecture.Tests.Rules;

/// <summary>Events are the only thing modules share: their shape, their names, and that somebody raises them.</summary>
internal static partial class EventRules
{
    private static readonly HashSet<Type> Primitives =
    [
        typeof(string),
        typeof(bool),
        typeof(int),
        typeof(long),
        typeof(decimal),
        typeof(double),
        typeof(Guid),
        typeof(DateTimeOffset),
        typeof(DateOnly),
        typeof(TimeSpan),
    ];

    public static Verdict EventsAreSealedRecordsOfPrimitives(Codebase code) =>
        Verdict.On(
            code.Modules.SelectMany(module => module.Events.GetExportedTypes()),
            type =>
                type.GetProperties()
                    .Where(property => !IsPlain(property.PropertyType, type.Assembly))
                    .Select(property => $"{type.Name}.{property.Name} is a {property.PropertyType.Name}")
                    .Concat(IsSealedRecord(type) ? [] : [$"{type.Name} is not a sealed record"])
        );

    public static Verdict NamesOnTheWireFollowTheType(Codebase code) =>
        Verdict.On(
            Events(code),
            found =>
                Attribute.GetCustomAttribute(found.Type, typeof(EventNameAttribute)) is not EventNameAttribute name
                    ? [$"{found.Type.Name} has no [EventName]"]
                : name.Name == WireName(found) ? []
                : [$"{found.Type.Name} is called '{name.Name}', not '{WireName(found)}'"]
        );

    public static Verdict NamesOnTheWireAreUnique(Codebase code) =>
        Verdict.On(
            Events(code).GroupBy(found => NameOf(found.Type)),
            group =>
                group.Key is not null && group.Count() > 1
                    ?
                    [
                        $"'{group.Key}' names {string.Join(" and ", group.Select(found => found.Type.Name).Order(StringComparer.Ordinal))}",
                    ]
                    : []
        );

    public static Verdict EventsAreToldInThePastTense(Codebase code) =>
        Verdict.On(
            Events(code),
            found => PastTense().IsMatch(found.Type.Name) ? [] : [$"{found.Type.Name} does not say what happened"]
        );

    public static Verdict EveryEventHasAGoldenFile(Codebase code) =>
        Verdict.On(Events(code), found => CompareWithGolden(found.Type, GoldenFile(code, found)));

    public static Verdict EveryGoldenFileHasAnEvent(Codebase code)
    {
        var known = Events(code).Select(found => GoldenFile(code, found)).ToHashSet(StringComparer.Ordinal);
        return Verdict.On(
            code.Modules.Select(module => GoldenFolder(code, module))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json")),
            file => known.Contains(file) ? [] : [$"{Path.GetRelativePath(code.Root, file)} belongs to no event"]
        );
    }

    public static Verdict EveryEventIsRaisedByItsModule(Codebase code) =>
        Verdict.On(
            code.Modules.SelectMany(
                module => Events(code).Where(found => found.Module == module),
                (module, found) => (Raised: Constructed(module), found.Type)
            ),
            found => found.Raised.Contains(found.Type.FullName!) ? [] : [$"nobody raises {found.Type.Name}"]
        );

    public static Verdict EveryReactionIsInternalSealedAndCallsNobody(Codebase code) =>
        Verdict.On(
            code.Modules.SelectMany(module => EventCatalog.ReactionTypes(module.Runtime)),
            reaction =>
                new (bool Right, string Wrong)[]
                {
                    (reaction is { IsSealed: true, IsPublic: false }, "is not internal sealed"),
                    (reaction.Name.StartsWith("When", StringComparison.Ordinal), "is not called When…"),
                    (
                        reaction.Namespace?.Contains(".Reactions", StringComparison.Ordinal) == true,
                        "is not in Reactions"
                    ),
                    (
                        !reaction
                            .GetConstructors()
                            .SelectMany(constructor => constructor.GetParameters())
                            .Any(parameter => parameter.ParameterType.Name.Contains("Http", StringComparison.Ordinal)),
                        "calls out over HTTP inside its transaction"
                    ),
                }
                    .Where(check => !check.Right)
                    .Select(check => $"{reaction.Name} {check.Wrong}")
        );

    private static IEnumerable<(ModuleCode Module, Type Type)> Events(Codebase code) =>
        code.Modules.SelectMany(
            module => module.Events.GetTypes().Where(type => type.IsAssignableTo(typeof(IIntegrationEvent))),
            (module, type) => (module, type)
        );

    private static string? NameOf(Type type) =>
        (Attribute.GetCustomAttribute(type, typeof(EventNameAttribute)) as EventNameAttribute)?.Name;

    private static string WireName((ModuleCode Module, Type Type) found)
    {
        var version = Version().Match(found.Type.Name);
        var words = version.Success ? found.Type.Name[..version.Index] : found.Type.Name;
        return $"{found.Module.Wire}.{JsonNamingPolicy.KebabCaseLower.ConvertName(words)}.v{(version.Success ? version.Value[1..] : "1")}";
    }

    private static string GoldenFolder(Codebase code, ModuleCode module) =>
        Path.Combine(code.Root, "tests", $"Flowstate.{module.Name}.Tests", "Events");

    private static string GoldenFile(Codebase code, (ModuleCode Module, Type Type) found) =>
        Path.Combine(GoldenFolder(code, found.Module), $"{WireName(found)[(found.Module.Wire.Length + 1)..]}.json");

    private static IEnumerable<string> CompareWithGolden(Type type, string file)
    {
        if (!File.Exists(file))
        {
            return [$"{type.Name} has no {Path.GetFileName(file)}"];
        }

        // There and back: a member that only one side knows shows as a difference.
        var golden = JsonNode.Parse(File.ReadAllText(file));
        var again = JsonSerializer.SerializeToNode(
            golden.Deserialize(type, EventJson.Options),
            type,
            EventJson.Options
        );
        return JsonNode.DeepEquals(golden, again)
            ? []
            : [$"{Path.GetFileName(file)} and {type.Name} differ: {again!.ToJsonString()}"];
    }

    private static HashSet<string> Constructed(ModuleCode module)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(module.Runtime.Location);
        return
        [
            .. assembly
                .MainModule.GetTypes()
                .SelectMany(type => type.Methods)
                .Where(method => method.HasBody)
                .SelectMany(method => method.Body.Instructions)
                .Where(instruction => instruction.OpCode == OpCodes.Newobj)
                .Select(instruction => ((MethodReference)instruction.Operand).DeclaringType.FullName),
        ];
    }

    private static bool IsSealedRecord(Type type) => type.IsSealed && type.GetMethod("<Clone>$") is not null;

    private static bool IsPlain(Type type, System.Reflection.Assembly own)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return Primitives.Contains(type)
            || (type.Assembly == own && IsSealedRecord(type))
            || (
                type.IsGenericType
                && (
                    type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                    || type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
                )
                && type.GetGenericArguments().All(argument => IsPlain(argument, own))
            );
    }

    [GeneratedRegex("V[0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex Version();

    // A snapshot is told at a replay: it says what is, not what happened.
    [GeneratedRegex(
        "(ed|Sent|Held|Won|Lost|Begun|Made|Taken|Written|Left|Snapshot)(V[0-9]+)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PastTense();
}
