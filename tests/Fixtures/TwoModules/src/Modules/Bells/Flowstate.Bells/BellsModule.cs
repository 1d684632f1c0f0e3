using Flowstate.Bells.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;

namespace Flowstate.Bells;

public sealed class BellsModule : IModule
{
    public const string Write = "bells.write";

    public string Name => "bells";

    public IReadOnlyList<Permission> Permissions =>
        [new(Write, "Ring bells"), new("platform.admin", "See dead letters"), new("platform.audit", "See changes")];

    public void Add(ModuleBuilder module) => module.Database<BellsDbContext>();
}
