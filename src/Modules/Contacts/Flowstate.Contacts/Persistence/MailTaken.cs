using Flowstate.Contacts.Domain;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Flowstate.Contacts.Persistence;

internal static class MailTaken
{
    /// <summary>Somebody added a contact with one of these mails a moment ago: at the next attempt it is found.</summary>
    public static bool IsMailTaken(this Exception exception) =>
        exception is Refused { Error: var error } && error == ContactsDbContext.EmailTaken
        || exception
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation,
                ConstraintName: ContactPointMapping.UniqueMail
            };

    /// <summary>The refusal of a doubled mail address, naming the contact that has it, so that it can be opened.</summary>
    public static async Task<Error> WhoHasMail(this ContactsDbContext db, Contact refused, CancellationToken ct)
    {
        var mails = refused
            .Points.Where(point => point.Kind == PointKind.Email)
            .Select(point => point.Normalised)
            .ToList();
        var holder = await db
            .Points.AsNoTracking()
            .Where(point =>
                point.Kind == PointKind.Email
                && point.Active
                && point.OwnerId == refused.OwnerId
                && point.ContactId != refused.Id
                && mails.Contains(point.Normalised)
            )
            .Select(point => (Guid?)point.ContactId)
            .FirstOrDefaultAsync(ct);
        return ContactsDbContext.EmailTaken.With("contactId", holder);
    }
}
