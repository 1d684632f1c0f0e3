using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Intelligence;

/// <summary>Whom to contact next, and why.</summary>
public sealed class IntelligenceModule : IModule
{
    internal const string Schema = "intelligence";
    internal const string Read = "intelligence.read";
    internal const string Write = "intelligence.write";
    internal const string PersonalData = "intelligence.personal-data";

    public string Name => Schema;

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Read, "See next actions with their reasons"),
        new(Write, "Put next actions off"),
        new(PersonalData, "Hand out what is worked out about a person"),
    ];

    public void Add(ModuleBuilder module) =>
        module.Database<IntelligenceDbContext>().Services.AddScoped<PlanNextActions>();
}
