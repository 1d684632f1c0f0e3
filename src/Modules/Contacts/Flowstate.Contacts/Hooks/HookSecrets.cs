using Flowstate.Contacts.Domain;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Secrets;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Hooks;

/// <summary>The secrets of sources, sealed for their row and column.</summary>
internal sealed class HookSecrets(SealedValues values, SealedColumn current, SealedColumn previous)
{
    private const string Table = "hook_sources";
    private const string Workspaces = "select workspace_id from contacts.workspaces";

    public static void Add(ModuleBuilder module)
    {
        var current = module.Sealed(Table, "secret", "hook", workspaces: Workspaces);
        var previous = module.Sealed(Table, "previous_secret", "hook-previous", workspaces: Workspaces);
        module.Services.AddSingleton(provider => new HookSecrets(
            provider.GetRequiredService<SealedValues>(),
            current,
            previous
        ));
    }

    public string Seal(Guid sourceId, byte[] secret) => values.Seal(current.Purpose, current.OwnerOf(sourceId), secret);

    /// <summary>Those that count now, the current one first.</summary>
    public IReadOnlyList<byte[]> Of(HookSource source, DateTimeOffset now)
    {
        var secret = values.Open(current.Purpose, current.OwnerOf(source.Id), source.Secret);
        return source.PreviousSecret is { } old && source.PreviousUntil > now
            ? [secret, values.Open(previous.Purpose, previous.OwnerOf(source.Id), old)]
            : [secret];
    }

    public void Rotate(HookSource source, byte[] secret, DateTimeOffset oldUntil)
    {
        var old = values.Open(current.Purpose, current.OwnerOf(source.Id), source.Secret);
        source.Rotate(
            Seal(source.Id, secret),
            values.Seal(previous.Purpose, previous.OwnerOf(source.Id), old),
            oldUntil
        );
    }
}
