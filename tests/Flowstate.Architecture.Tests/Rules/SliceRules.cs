using System.Reflection;
using System.Text.RegularExpressions;
using Carter;
using Flowstate.Shared.Slices;
using MediatR;

namespace Flowstate.Architecture.Tests.Rules;

/// <summary>One use case, one file, read downward: Request → Response → Validator → Endpoint → Handler.</summary>
internal static partial class SliceRules
{
    public const int MostLines = 200;

    public static Verdict EverySliceIsOneFileOfOneShape(Codebase code) =>
        Verdict.On(
            code.Modules.SelectMany(
                module => module.Runtime.GetTypes().Where(type => IsFeature(type) && IsSlice(type)),
                (module, type) => (module, type)
            ),
            found =>
                Shape(found.type)
                    .Concat(
                        FeatureFiles(code, found.module).Any(file => file.Stem == found.type.Name)
                            ? []
                            : ["no file of its name"]
                    )
                    .Select(wrong => $"{found.type.FullName}: {wrong}")
        );

    /// <summary>Beside slices only what several of them share: a shape, a query, never a use case of its own.</summary>
    public static Verdict EveryFeatureFileIsNamedAfterWhatIsInIt(Codebase code) =>
        Verdict.On(
            code.Modules.SelectMany(module => FeatureFiles(code, module), (module, file) => (module, file)),
            found =>
                found.module.Runtime.GetTypes().Any(type => IsFeature(type) && type.Name == found.file.Stem)
                    ? []
                    : [$"{found.file.Name} holds no {found.file.Stem}"]
        );

    public static Verdict EveryEndpointBelongsToASlice(Codebase code) =>
        Verdict.On(
            code.Modules.SelectMany(module => module.Runtime.GetTypes())
                .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ICarterModule))),
            type =>
                type.Name == "Endpoint" && type.DeclaringType is { } slice && IsFeature(slice)
                    ? []
                    : [$"{type.FullName} is an endpoint outside a slice"]
        );

    public static Verdict HandlersCallNoOtherHandler(Codebase code) =>
        Verdict.On(
            code.Modules.SelectMany(module => module.Runtime.GetTypes()).Where(IsHandler),
            handler =>
                handler
                    .GetConstructors()
                    .SelectMany(constructor => constructor.GetParameters())
                    .Select(parameter => parameter.ParameterType)
                    .Where(type => IsHandler(type) || IsMediator(type))
                    .Select(type => $"{handler.FullName} takes {type.Name}")
        );

    public static Verdict NamesSayWhatAThingDoes(Codebase code) =>
        Verdict.On(
            code.Sources("src", "tests")
                .Select(file => file.Stem)
                .Concat(
                    code.Shared.Concat(code.Modules.SelectMany(module => new[] { module.Runtime, module.Events }))
                        .SelectMany(assembly => assembly.GetTypes())
                        .Where(type => type.Namespace?.StartsWith("Flowstate", StringComparison.Ordinal) == true)
                        .Select(type => type.Name)
                ),
            name => Drawer().IsMatch(name) ? [$"{name} is a drawer: name the use case"] : []
        );

    public static Verdict FilesAreShort(Codebase code) =>
        Verdict.On(
            code.Sources("src", "tests"),
            file => file.Lines.Length is var lines && lines < MostLines ? [] : [$"{file.Name} has {lines} lines"]
        );

    private static IEnumerable<string> Shape(Type slice)
    {
        var nested = Nested(slice);
        var handler = nested.GetValueOrDefault("Handler");
        return new (bool Right, string Wrong)[]
        {
            (nested.Values.All(type => !type.IsNestedPublic), "a nested type is public"),
            (slice is { IsAbstract: true, IsSealed: true }, "the slice is not a static class"),
            (!slice.IsPublic, "the slice is not internal"),
            (nested.ContainsKey("Request"), "no Request"),
            (nested.GetValueOrDefault("Endpoint")?.IsAssignableTo(typeof(ICarterModule)) == true, "no Endpoint"),
            (handler is not null && IsHandler(handler), "no Handler of a request"),
            (nested.ContainsKey("Response") || handler is null || AnswersWithoutResponse(handler), "no Response"),
        }
            .Where(check => !check.Right)
            .Select(check => check.Wrong);
    }

    private static Dictionary<string, Type> Nested(Type slice) =>
        slice
            .GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .ToDictionary(type => type.Name, StringComparer.Ordinal);

    // Any of the three makes it a use case, and then all of them are asked for.
    private static bool IsSlice(Type type) =>
        Nested(type)
            .Values.Any(nested =>
                nested.IsAssignableTo(typeof(ICarterModule)) || IsHandler(nested) || nested.Name == "Request"
            );

    // 204, a file, or a shape that several slices answer and that is therefore declared beside them.
    private static bool AnswersWithoutResponse(Type handler) =>
        handler
            .GetInterfaces()
            .Where(IsRequestHandler)
            .Select(face => Innermost(face.GetGenericArguments()[1]))
            .All(answer =>
                answer == typeof(Done)
                || answer == typeof(ExportFile)
                || (answer.Assembly == handler.Assembly && answer.DeclaringType != handler.DeclaringType)
            );

    private static Type Innermost(Type type) => type.IsGenericType ? Innermost(type.GetGenericArguments()[^1]) : type;

    private static IEnumerable<SourceFile> FeatureFiles(Codebase code, ModuleCode module) =>
        code.Sources(Path.GetRelativePath(code.Root, Path.Combine(module.RuntimeFolder, "Features")));

    private static bool IsFeature(Type type) =>
        type.Namespace is { } space
        && type is { IsNested: false }
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && space.Split('.').Contains("Features");

    private static bool IsHandler(Type type) => IsRequestHandler(type) || type.GetInterfaces().Any(IsRequestHandler);

    private static bool IsRequestHandler(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>);

    private static bool IsMediator(Type type) => type.IsAssignableTo(typeof(IMediator));

    [GeneratedRegex(
        "(Helpers?|Managers?|Services?|Utils?|Utilit(y|ies)|Commons?)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Drawer();
}
