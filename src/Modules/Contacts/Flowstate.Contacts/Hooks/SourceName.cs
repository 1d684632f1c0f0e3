using System.Buffers;
using System.Buffers.Text;
using Flowstate.Shared.Identity;

namespace Flowstate.Contacts.Hooks;

/// <summary>
/// How a source is named in an address: its workspace and its id. The workspace stands in it so that it is looked up
/// inside of it; it is no secret.
/// </summary>
internal static class SourceName
{
    private const int Bytes = 32;

    public static string Of(Guid workspaceId, Guid sourceId)
    {
        Span<byte> both = stackalloc byte[Bytes];
        workspaceId.TryWriteBytes(both, bigEndian: true, out _);
        sourceId.TryWriteBytes(both[16..], bigEndian: true, out _);
        return Base64Url.EncodeToString(both);
    }

    public static bool TryRead(string? name, out Guid workspaceId, out Guid sourceId)
    {
        Span<byte> both = stackalloc byte[Bytes];
        if (
            name is not { Length: 43 }
            || Base64Url.DecodeFromChars(name, both, out _, out var read) != OperationStatus.Done
            || read != Bytes
        )
        {
            (workspaceId, sourceId) = (Guid.Empty, Guid.Empty);
            return false;
        }

        (workspaceId, sourceId) = (new Guid(both[..16], bigEndian: true), new Guid(both[16..], bigEndian: true));
        return CurrentUser.IsWorkspace(workspaceId);
    }
}
