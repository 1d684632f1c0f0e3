using Flowstate.Campaigns.Domain;
using Flowstate.Campaigns.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Campaigns.Features.Words;

/// <summary>A contact the signed-in member may write to, with all the names that words need.</summary>
internal sealed record Reachable(Recipient Recipient, string? MyName, string? Workspace)
{
    public Addressee Addressee => new(Recipient.FirstName, Recipient.Name, Recipient.Organisation, MyName, Workspace);
}

internal static class AddresseeQuery
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "campaigns.contact-not-found",
        "There is no such contact. It may have been deleted, or added a moment ago."
    );

    /// <summary>One round trip for any number of contacts. A contact that is unknown or somebody else's is left out.</summary>
    public static async Task<List<Reachable>> Addressees(
        this CampaignsDbContext db,
        IReadOnlyCollection<Guid> contactIds,
        CancellationToken ct
    )
    {
        var (me, seesAll, ids) = (db.User.MemberId, db.User.SeesWholeWorkspace, contactIds.ToArray());
        var rows = await db
            .Recipients.AsNoTracking()
            .Where(row => ids.Contains(row.ContactId) && !row.Deleted && (seesAll || row.OwnerId == me))
            .Select(row => new
            {
                Recipient = row,
                MyName = db
                    .Members.Where(member => member.MemberId == me)
                    .Select(member => member.Name)
                    .FirstOrDefault(),
                Workspace = db.Workspaces.Select(workspace => workspace.Name).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return [.. rows.Select(row => new Reachable(row.Recipient, row.MyName ?? db.User.Name, row.Workspace))];
    }
}
