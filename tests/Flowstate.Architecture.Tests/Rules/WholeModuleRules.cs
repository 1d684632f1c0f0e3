using Carter;
using Flowstate.Abstractions;
using Flowstate.Shared.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Flowstate.Architecture.Tests.Rules;

/// <summary>A module is whole or it is not one: everything it needs to be moved out is inside.</summary>
internal static class WholeModuleRules
{
    public static Verdict EachModuleIsWhole(Codebase code) =>
        Verdict.On(code.Modules, module => Missing(code, module).Select(what => $"{module.Name}: {what}"));

    private static IEnumerable<string> Missing(Codebase code, ModuleCode module)
    {
        var types = module.Runtime.GetTypes();
        if (module.Instance is not { } instance)
        {
            yield return "exactly one IModule";
        }
        else
        {
            if (instance.Name != module.Wire)
            {
                yield return $"name '{module.Wire}' (it says '{instance.Name}')";
            }

            foreach (var permission in instance.Permissions.Where(right => !IsOurs(module, right.Name)))
            {
                yield return $"permissions that start with '{module.Wire}.' (not {permission.Name})";
            }
        }

        if (module.Contexts.Count != 1)
        {
            yield return $"exactly one DbContext (it has {module.Contexts.Count})";
        }

        if (!types.Any(type => !type.IsAbstract && type.IsAssignableTo(typeof(Migration))))
        {
            yield return "a migration";
        }

        if (!module.Events.GetTypes().Any(type => type.IsAssignableTo(typeof(IIntegrationEvent))))
        {
            yield return "an event";
        }

        if (!types.Any(type => type.IsAssignableTo(typeof(ICarterModule))))
        {
            yield return "a slice";
        }

        if (!EventCatalog.ReactionTypes(module.Runtime).Any())
        {
            yield return "a reaction";
        }

        if (code.Projects("tests").All(project => project.Name != $"Flowstate.{module.Name}.Tests"))
        {
            yield return "a test project";
        }
    }

    // The platform's own right is declared by the module that hands rights out.
    private static bool IsOurs(ModuleCode module, string permission) =>
        permission.StartsWith($"{module.Wire}.", StringComparison.Ordinal)
        || permission is "platform.admin" or "platform.audit";
}
