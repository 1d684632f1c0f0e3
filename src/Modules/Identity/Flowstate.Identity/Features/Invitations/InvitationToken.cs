using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;

namespace Flowstate.Identity.Features.Invitations;

/// <summary>What stands in an invitation's link: its workspace, so that it is looked up inside of it, and its secret.</summary>
internal static class InvitationToken
{
    public static string Of(Guid workspaceId, string secret) => $"{workspaceId:N}.{secret}";

    public static bool TryRead(string? token, out Guid workspaceId, out byte[] hash)
    {
        var dot = token?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        hash = [];
        if (
            !Guid.TryParseExact(token.AsSpan(0, Math.Max(0, dot)), "N", out workspaceId)
            || !CurrentUser.IsWorkspace(workspaceId)
            || Secret.Read(token![(dot + 1)..]) is not { } read
        )
        {
            return false;
        }

        hash = read;
        return true;
    }
}
