using MimeKit;

namespace Flowstate.Identity.Mail;

/// <summary>How a finished mail leaves this host.</summary>
internal interface IMailRoute
{
    Task Send(MimeMessage mail, CancellationToken ct);
}
