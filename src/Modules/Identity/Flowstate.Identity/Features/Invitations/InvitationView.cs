using Flowstate.Identity.Domain;
using Flowstate.Shared.Slices;

namespace Flowstate.Identity.Features.Invitations;

/// <summary>An invitation that can still be accepted, as those see it who may invite.</summary>
/// <param name="SentAt">When the last mail went out; null while it waits to.</param>
internal sealed record InvitationView(
    Guid Id,
    string Email,
    string Role,
    Guid? SponsorId,
    Guid InvitedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? SentAt
)
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "identity.invitation-not-found",
        "There is no such invitation, or it was accepted or withdrawn."
    );

    public static readonly Error AlreadyInvited = new(
        ErrorKind.Conflict,
        "identity.already-invited",
        "This address was invited already. Send the invitation again instead."
    );

    public static InvitationView Of(Invitation row) =>
        new(row.Id, row.Email, row.Role, row.SponsorId, row.InvitedBy, row.CreatedAt, row.ExpiresAt, row.SentAt);
}
