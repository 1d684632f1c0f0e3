using Flowstate.Notes.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;

namespace Flowstate.Notes;

public sealed class NotesModule : IModule
{
    public const string Write = "notes.write";

    public string Name => "notes";

    public IReadOnlyList<Permission> Permissions => [new Permission(Write, "Write notes")];

    public void Add(ModuleBuilder module) => module.Database<NotesDbContext>();
}
