using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NetArchTest.Rules;

namespace Flowstate.Architecture.Tests.Rules;

/// <summary>Modules and events only: who may see whom.</summary>
internal static class BoundaryRules
{
    public static Verdict ARuntimeUsesNoOtherRuntime(Codebase code) =>
        Verdict.On(
            code.Modules,
            module =>
            {
                // Full names, since NetArchTest matches by prefix and a namespace would cover .Events too.
                string[] foreign =
                [
                    .. code
                        .Modules.Where(other => other != module)
                        .SelectMany(other => other.Runtime.GetTypes())
                        .Select(type => type.FullName!)
                        // The compiler writes its own helpers into every assembly, under the same names.
                        .Where(name => name.StartsWith("Flowstate.", StringComparison.Ordinal)),
                ];
                var found = Types.InAssembly(module.Runtime).ShouldNot().HaveDependencyOnAny(foreign).GetResult();
                return (found.FailingTypeNames ?? []).Select(name => $"{name} uses another module's runtime");
            }
        );

    public static Verdict OnlyTheHostReferencesRuntimes(Codebase code)
    {
        var runtimes = code.Modules.Select(module => $"Flowstate.{module.Name}").ToHashSet(StringComparer.Ordinal);
        return Verdict.On(
            code.Projects("src", "tests")
                .Where(project =>
                    project.Name is not ("Flowstate.Host" or "Flowstate.Host.Tests") && !IsServiceHost(project)
                ),
            project =>
                project
                    .References.Where(name => runtimes.Contains(name) && project.Name != $"{name}.Tests")
                    .Select(name => $"{project.Name} references the runtime {name}")
        );
    }

    public static Verdict TheHostLoadsEveryModule(Codebase code)
    {
        var host = code.Projects("src/Host").Single();
        var program = File.ReadAllText(Path.Combine(host.Folder, "Program.cs"));
        return Verdict.On(
            code.Modules,
            module =>
                host.References.Contains($"Flowstate.{module.Name}")
                && program.Contains($"new {module.Name}Module()", StringComparison.Ordinal)
                    ? []
                    : [$"the Host does not load {module.Name}"]
        );
    }

    public static Verdict OnlyTheModuleItselfIsPublic(Codebase code) =>
        Verdict.On(
            code.Modules.SelectMany(module => module.Runtime.GetExportedTypes(), (module, type) => (module, type)),
            found =>
                found.type.FullName == $"Flowstate.{found.module.Name}.{found.module.Name}Module"
                || IsWrittenByEf(found.type)
                    ? []
                    : [$"{found.type.FullName} is public"]
        );

    public static Verdict InternalsAreShownToTheModulesOwnTests(Codebase code) =>
        Verdict.On(
            code.Modules,
            module =>
                module
                    .Runtime.GetCustomAttributes<InternalsVisibleToAttribute>()
                    .Where(shown => shown.AssemblyName != $"Flowstate.{module.Name}.Tests")
                    .Select(shown => $"{module.Name} shows its internals to {shown.AssemblyName}")
        );

    public static Verdict EventsSeeOnlyAbstractions(Codebase code) =>
        Verdict.On(
            code.Modules,
            module =>
                module
                    .Events.GetReferencedAssemblies()
                    .Select(reference => reference.Name!)
                    .Where(name =>
                        name != "Flowstate.Abstractions" && !name.StartsWith("System.", StringComparison.Ordinal)
                    )
                    .Concat(ProjectOf(code, module.Events).References)
                    .Concat(ProjectOf(code, module.Events).Packages)
                    .Select(name => $"{module.Name}.Events sees {name}")
        );

    public static Verdict SharedSeesNoModule(Codebase code)
    {
        var modules = code.Modules.SelectMany(module => new[] { module.Runtime, module.Events }).ToList();
        var names = modules.Select(assembly => assembly.GetName().Name!).ToHashSet(StringComparer.Ordinal);
        return Verdict.On(
            code.Shared,
            shared =>
                shared
                    .GetReferencedAssemblies()
                    .Select(reference => reference.Name!)
                    .Concat(ProjectOf(code, shared).References)
                    .Where(names.Contains)
                    .Select(name => $"{shared.GetName().Name} sees {name}")
        );
    }

    // dotnet-ef writes migrations public; the namespace keeps a hand-written type from hiding among them.
    private static bool IsWrittenByEf(Type type) =>
        type.Namespace?.EndsWith(".Migrations", StringComparison.Ordinal) == true
        && (type.IsAssignableTo(typeof(Migration)) || type.IsAssignableTo(typeof(ModelSnapshot)));

    // A module that moved out has a host of its own, and the rules look at all of them.
    private static bool IsServiceHost(ProjectFile project) =>
        project.Folder.Replace('\\', '/').Contains("/tests/Hosts/", StringComparison.Ordinal)
        || project.Name is "Flowstate.Architecture.Tests" or "Flowstate.System.Tests" or "Flowstate.Messaging.Tests";

    private static ProjectFile ProjectOf(Codebase code, Assembly assembly) =>
        code.Projects("src").Single(project => project.Name == assembly.GetName().Name);
}
