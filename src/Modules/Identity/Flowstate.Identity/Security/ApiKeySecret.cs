using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Flowstate.Shared.Identity;

namespace Flowstate.Identity.Security;

/// <summary>
/// A key as its program holds it: <c>fsk_</c>, eight characters to know it by, <c>_</c>, then its workspace and 256 random
/// bits. The workspace stands in it so that it is looked up inside of it; with another one it is another secret.
/// </summary>
internal static class ApiKeySecret
{
    public const string Mark = "fsk_";

    private const int PrefixLength = 8;
    private const int WorkspaceBytes = 16;
    private const int RandomBytes = 32;
    private const int BodyStart = 4 + PrefixLength + 1;
    private const int BodyLength = (WorkspaceBytes + RandomBytes) / 3 * 4;

    public static (string Text, string Prefix, byte[] Hash) New(Guid workspaceId)
    {
        Span<byte> body = stackalloc byte[WorkspaceBytes + RandomBytes];
        workspaceId.TryWriteBytes(body, bigEndian: true, out _);
        RandomNumberGenerator.Fill(body[WorkspaceBytes..]);
        var prefix = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", PrefixLength);
        var text = $"{Mark}{prefix}_{Base64Url.EncodeToString(body)}";
        return (text, prefix, Secret.HashOf(text));
    }

    public static bool TryRead(string presented, out Guid workspaceId, out byte[] hash)
    {
        (workspaceId, hash) = (Guid.Empty, []);
        Span<byte> body = stackalloc byte[WorkspaceBytes + RandomBytes];
        if (
            presented.Length != BodyStart + BodyLength
            || !presented.StartsWith(Mark, StringComparison.Ordinal)
            || Base64Url.DecodeFromChars(presented.AsSpan(BodyStart), body, out _, out var read) != OperationStatus.Done
            || read != body.Length
        )
        {
            return false;
        }

        workspaceId = new Guid(body[..WorkspaceBytes], bigEndian: true);
        hash = Secret.HashOf(presented);
        return CurrentUser.IsWorkspace(workspaceId);
    }
}
