using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Features.Hooks;

/// <summary>A source as it is listed: never with its secret.</summary>
/// <param name="Source">How it is named in addresses (<c>/hooks/dm/{source}</c>) and in <c>webhook-source</c>.</param>
/// <param name="PreviousUntil">Until when the secret before the current one counts too.</param>
/// <param name="LastReceivedAt">Its last delivery of the past 30 days.</param>
internal sealed record HookSourceView(
    Guid Id,
    string Name,
    string Source,
    Guid OwnerId,
    string? OwnerName,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PreviousUntil,
    DateTimeOffset? LastReceivedAt
)
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "contacts.hook-not-found",
        "There is no such source. It may have been revoked."
    );
}
